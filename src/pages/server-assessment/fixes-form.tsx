import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useChooseFixes } from '#src/client/server-assessment.ts';
import type { ServerAssessment } from '#src/contract/wire.ts';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { FixFile } from './fix-file.tsx';
import type { Fixes, FixFileName, Found } from './fix-words.ts';
import { FixesForecast } from './fixes-forecast.tsx';
import { missingFiles, SaveFixes } from './save-fixes.tsx';
import { SimpleFixes } from './simple-fixes.tsx';
import styles from './server-assessment.module.css';

type FixesFormProps = Pick<ServerAssessment, 'server' | 'running'> & { readonly found: Found };

/** The choice while it is made; `version` is that of the fixes which it began with. */
export type Draft = Fixes & { readonly version: number };

/** Simple or advanced, and beside it what the choice would come to. */
export function FixesForm({ server, running, found }: FixesFormProps) {
  const [changed, setChanged] = useState<Draft | null>(null);
  const choosing = useChooseFixes(server.id);
  const flags = useFlags();
  const navigate = useNavigate();
  const draft = changed ?? found.fixes;
  const isRunning = running !== null;

  function change(changes: Partial<Fixes>) {
    if (choosing.error) choosing.reset();
    setChanged({ ...draftOf(draft), ...changes });
  }

  /** The file is the fix from now on; whatever else was changed and not saved stays so. */
  function uploaded(file: FixFileName, saved: Draft) {
    const { level } = saved;
    setChanged((before) => {
      if (!before) return null;
      // What others saved before the upload is still to be looked at when this choice is saved.
      const version = before.version === found.fixes.version ? saved.version : before.version;
      return { ...before, level, version, ...(file === 'all' ? {} : { [file]: 'file' }) };
    });
  }

  function save(version = draft.version) {
    const chosen = { ...draftOf(draft), version };
    setChanged(chosen);
    choosing.mutate(chosen, {
      onSuccess() {
        flags.show({ tone: 'success', title: 'The fixes are saved' });
        void navigate(pathTo('server-assessment', { serverId: server.id }));
      },
    });
  }

  const fileOf = (file: FixFileName) => (
    <FixFile
      serverId={server.id}
      file={file}
      found={found}
      isDisabled={isRunning}
      onUploaded={(saved) => uploaded(file, saved)}
    />
  );

  return (
    <div className={styles['columns']}>
      <form
        aria-label={labels.fixOrCustomizeUsers}
        onSubmit={(event) => {
          event.preventDefault();
          if (missingFiles(draft, found).length === 0 && !isRunning) save();
        }}
      >
        <Stack gap="300">
          {isRunning && (
            <SectionMessage title="A migration is running">
              {`The fixes stand as they are until “${running}” has ended.`}
            </SectionMessage>
          )}
          <Card>
            <RadioGroup
              label="How do you want to fix users?"
              value={draft.level}
              onChange={(level) => change({ level })}
              options={[
                {
                  value: 'simple',
                  label: 'Simple',
                  description: 'One fix for each problem.',
                  isDisabled: isRunning,
                },
                {
                  value: 'advanced',
                  label: 'Advanced',
                  description:
                    'One CSV file with all users and customers, also those without a problem: change any address, merge users by giving them one address, or leave them behind as Former users.',
                  isDisabled: isRunning,
                },
              ]}
            />
          </Card>
          {draft.level === 'simple' ? (
            <SimpleFixes
              draft={draft}
              found={found}
              isDisabled={isRunning}
              onChange={change}
              fileOf={fileOf}
            />
          ) : (
            <Card title="All users">{fileOf('all')}</Card>
          )}
          <SaveFixes
            serverId={server.id}
            draft={draft}
            found={found}
            isRunning={isRunning}
            isBusy={choosing.isPending}
            error={choosing.error}
            onDiscard={() => {
              choosing.reset();
              setChanged(null);
            }}
            onKeep={() => save(found.fixes.version)}
          />
        </Stack>
      </form>
      <FixesForecast serverId={server.id} draft={draft} />
    </div>
  );
}

function draftOf({ level, invalid, duplicated, version }: Draft): Draft {
  return { level, invalid, duplicated, version };
}
