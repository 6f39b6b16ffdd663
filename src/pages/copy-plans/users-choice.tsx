import type { ReactNode } from 'react';
import { labels } from '#src/ui/labels.ts';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { membershipChoice, userChoice } from './choice-words.ts';
import { PeopleTaken } from './people-taken.tsx';
import styles from './copy-plans.module.css';
import { isMigration } from './flow-words.ts';
import type { StepProps } from './sites-step.tsx';

type UsersChoiceProps = Pick<StepProps, 'draft' | 'options' | 'onChange'> & {
  readonly ends: { readonly source: string; readonly destination: string };
};

const SCOPES = ['related', 'related-and-members', 'all'] as const;

/** Which users come along, and whether they arrive in their groups (domain.md 6.2, 7.1). */
export function UsersChoice({ ends, draft, options, onChange }: UsersChoiceProps) {
  const { flow, users } = draft;
  const isNobody = users !== 'all' && draft.projectIds.length === 0;
  const done = isMigration(draft) ? 'migrated' : 'copied';
  function described(value: (typeof SCOPES)[number]): { description: ReactNode } {
    const { description } = userChoice(flow, value, ends);
    const people = options?.users.find(({ choice }) => choice === value)?.people;
    return { description: <PeopleTaken text={description} people={people} as="user" /> };
  }
  return (
    <>
      {flow === 'in-advance' ? (
        <fieldset className={styles['settled']}>
          <legend>{labels.usersAndGroups}</legend>
          <div className={styles['note']}>
            <strong>{userChoice(flow, 'all', ends).label}</strong>
            {described('all').description}
          </div>
        </fieldset>
      ) : (
        <div>
          <RadioGroup
            label={labels.usersAndGroups}
            value={users}
            onChange={(value) => onChange({ users: value })}
            options={SCOPES.map((value) => ({
              ...userChoice(flow, value, ends),
              ...described(value),
            }))}
          />
          <div aria-live="polite">
            {isNobody && (
              <p className={styles['note']}>
                {`No service project is selected, so no user is ${done}.`}
              </p>
            )}
          </div>
        </div>
      )}
      <RadioGroup
        label={labels.groupMembership}
        value={draft.preserveGroupMembership ? 'kept' : 'separate'}
        onChange={(choice) => onChange({ preserveGroupMembership: choice === 'kept' })}
        options={[true, false].map((isKept) => membershipChoice(flow, isKept, ends))}
      />
    </>
  );
}
