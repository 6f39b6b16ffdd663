import type { ReactNode } from 'react';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Hint, Stack } from '#src/ui/layout.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { ADDRESSES, USERS } from './assessment-words.ts';
import {
  DUPLICATE_FIXES,
  INVALID_FIXES,
  type Fixes,
  type FixFileName,
  type Found,
} from './fix-words.ts';
import styles from './server-assessment.module.css';

type SimpleFixesProps = {
  readonly draft: Fixes;
  readonly found: Found;
  readonly isDisabled: boolean;
  readonly onChange: (changes: Partial<Fixes>) => void;
  /** Where the file of a problem goes out and comes in. */
  readonly fileOf: (file: FixFileName) => ReactNode;
};

/** One fix for each problem. */
export function SimpleFixes({ draft, found, isDisabled, onChange, fileOf }: SimpleFixesProps) {
  const { invalidUsers, duplicatedAddresses, duplicatedUsers } = found;
  return (
    <>
      <Card title={labels.invalidEmailAddresses}>
        <Stack gap="150">
          <Hint>
            {invalidUsers === 0 ? 'No user has one.' : `${countOf(invalidUsers, USERS)}.`}
          </Hint>
          <RadioGroup
            label="What becomes of users with an invalid address?"
            value={draft.invalid}
            onChange={(invalid) => onChange({ invalid })}
            options={INVALID_FIXES.map((choice) => ({ ...choice, isDisabled }))}
          />
          {draft.invalid === 'file' && <div className={styles['file']}>{fileOf('invalid')}</div>}
        </Stack>
      </Card>
      <Card title={labels.duplicatedEmailAccounts}>
        <Stack gap="150">
          <Hint>
            {duplicatedAddresses === 0
              ? 'No address is shared.'
              : `${countOf(duplicatedAddresses, ADDRESSES)}, shared by ${countOf(duplicatedUsers, USERS)}.`}
          </Hint>
          <RadioGroup
            label="What becomes of users who share an address?"
            value={draft.duplicated}
            onChange={(duplicated) => onChange({ duplicated })}
            options={DUPLICATE_FIXES.map((choice) => ({ ...choice, isDisabled }))}
          />
          {draft.duplicated === 'file' && (
            <div className={styles['file']}>{fileOf('duplicated')}</div>
          )}
        </Stack>
      </Card>
    </>
  );
}
