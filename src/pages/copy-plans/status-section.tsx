/* A server migration as machines read it: the answers of the migration API, to look at and to take along. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { saveFile } from '#src/client/save-file.ts';
import { serverTaskQueries } from '#src/client/server-tasks.ts';
import type { CopyPlan, MigrationTask } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { formatInstant } from '#src/ui/instant.tsx';
import { Hint, Stack, Toolbar } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { whileRunning } from './poll-while-running.ts';
import { StatusTree } from './status-tree.tsx';
import styles from './status.module.css';

type StatusSectionProps = { readonly plan: CopyPlan };

/** The tasks of a server plan, each with its status tree. */
export function StatusSection({ plan }: StatusSectionProps) {
  const tasks = useQuery({
    ...serverTaskQueries.list(plan.id),
    refetchInterval: whileRunning(plan),
  });
  const [chosen, setChosen] = useState<string | null>(null);
  if (tasks.error && !tasks.data) {
    return <ProblemMessage error={tasks.error} retry={tasks.refetch} />;
  }
  if (!tasks.data) return <SkeletonLines count={4} />;
  const items = tasks.data.data;
  const task = items.find(({ taskId }) => taskId === chosen) ?? items[0];
  if (!task) {
    return (
      <EmptyState
        title="No task yet"
        description="Run the checks, and their results stand here as the migration API would tell them."
        image="list"
      />
    );
  }
  return (
    <Stack gap="200">
      <Hint>
        What the migration API of the real product would answer about this migration. Scripts can be
        rehearsed against it.
      </Hint>
      <TaskStatus plan={plan} task={task}>
        {items.length > 1 && (
          <SelectField
            isCompact
            label="Task"
            value={task.taskId}
            onChange={setChosen}
            options={items.map(({ taskId, taskType, createdAt }) => ({
              value: taskId,
              label: `${TASKS[taskType]}, ${formatInstant(Date.parse(createdAt), 'date-time')}`,
            }))}
          />
        )}
      </TaskStatus>
    </Stack>
  );
}

const TASKS: Readonly<Record<MigrationTask['taskType'], string>> = {
  check: 'Check',
  migrate: 'Migrate',
};

type TaskStatusProps = StatusSectionProps & {
  readonly task: MigrationTask;
  /** Choosing another task. */
  readonly children: ReactNode;
};

function TaskStatus({ plan, task, children }: TaskStatusProps) {
  const status = useQuery({
    ...serverTaskQueries.status(plan.id, task.taskId),
    refetchInterval: whileRunning(plan),
  });
  const flags = useFlags();
  const [isRaw, setIsRaw] = useState(false);
  if (status.error && !status.data) {
    return <ProblemMessage error={status.error} retry={status.refetch} />;
  }
  if (!status.data) return <SkeletonLines count={6} />;
  const json = JSON.stringify(status.data, null, 2);

  async function copy() {
    try {
      // Where the page is not served securely, the browser offers no clipboard at all.
      await navigator.clipboard.writeText(json);
      flags.show({ tone: 'success', title: 'The JSON is on the clipboard' });
    } catch {
      setIsRaw(true);
      flags.show({ tone: 'warning', title: 'The browser gave no access to the clipboard' });
    }
  }

  return (
    <Stack gap="150">
      <Toolbar>
        {children}
        <Button iconBefore="file" aria-expanded={isRaw} onPress={() => setIsRaw(!isRaw)}>
          {isRaw ? 'Hide JSON' : 'Show JSON'}
        </Button>
        <Button onPress={() => void copy()}>Copy JSON</Button>
        <Button
          iconBefore="download"
          onPress={() =>
            saveFile({
              blob: new Blob([json], { type: 'application/json' }),
              fileName: `status-${task.taskId}.json`,
            })
          }
        >
          Download JSON
        </Button>
      </Toolbar>
      <p className={styles['address']}>
        <code>{`GET ${status.data.links.self}?expandChildren=true`}</code>
      </p>
      {isRaw ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        <pre className={styles['json']} tabIndex={0} aria-label="Status as JSON">
          {json}
        </pre>
      ) : (
        <StatusTree name={TASKS[task.taskType]} node={status.data.data} />
      )}
    </Stack>
  );
}
