import { useState } from 'react';
import { useSetClock } from '#src/client/workspace.ts';
import type { Workspace } from '#src/contract/wire.ts';
import { Button, IconButton } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { useFlags } from '#src/ui/flags.tsx';
import { formatDuration, formatInstant } from '#src/ui/instant.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import styles from './clock-controls.module.css';
import { useSimulatedNow } from './use-simulated-now.ts';

function speedName(speed: number): string {
  if (speed === 1) return 'Real time';
  if (speed < 60) return `${count(speed)} seconds per second`;
  return `${formatDuration(speed * 1000)} per second`;
}

type ClockControlsProps = {
  readonly workspace: Workspace;
  /** Wall instant at which the workspace was read. */
  readonly readAt: number;
};

/** Simulated time: what it is, how fast it runs, and a jump to where something happens next. */
export function ClockControls({ workspace, readAt }: ClockControlsProps) {
  const { clock, nextEventAt } = workspace;
  const now = useSimulatedNow(workspace, readAt);
  const setClock = useSetClock();
  const flags = useFlags();
  const isPaused = clock.speed === 0;
  const speeds = clock.speeds.filter((speed) => speed > 0);
  // What it runs at again after a pause.
  const [lastSpeed, setLastSpeed] = useState(clock.speed || (speeds[0] ?? 1));
  const shownSpeed = isPaused ? lastSpeed : clock.speed;

  function change(body: Parameters<typeof setClock.mutate>[0]) {
    setClock.mutate(body, {
      onError: (error) => flags.showProblem(error),
    });
  }

  return (
    <div className={styles['clock']}>
      <time className={styles['now']} dateTime={new Date(now).toISOString()} title="Simulated time">
        {formatInstant(now, 'date-time')}
      </time>
      <IconButton
        label={isPaused ? 'Let simulated time run' : 'Pause simulated time'}
        icon={isPaused ? 'play' : 'pause'}
        onPress={() => {
          setLastSpeed(shownSpeed);
          change({ action: 'set-speed', speed: isPaused ? shownSpeed : 0 });
        }}
      />
      <SelectField
        label="Speed of simulated time"
        isCompact
        value={String(shownSpeed)}
        options={[...new Set([...speeds, shownSpeed])].map((speed) => ({
          value: String(speed),
          label: speedName(speed),
        }))}
        onChange={(speed) => {
          setLastSpeed(Number(speed));
          change({ action: 'set-speed', speed: Number(speed) });
        }}
      />
      <Button
        appearance="subtle"
        iconBefore="skip"
        isBusy={setClock.isPending && setClock.variables.action === 'next-event'}
        isDisabled={nextEventAt === null}
        // It ends by its own press: the focus must have where to stay.
        reason="Nothing is under way"
        onPress={() => change({ action: 'next-event' })}
      >
        To the next event
      </Button>
      {nextEventAt !== null && (
        <span
          className={styles['next']}
        >{`in ${formatDuration(Math.max(0, nextEventAt - now))}`}</span>
      )}
    </div>
  );
}
