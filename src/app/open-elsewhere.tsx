import type { BackendState } from '#src/client/backend-status.ts';
import { Button } from '#src/ui/button.tsx';
import { NoticeScreen } from './notice-screen.tsx';

type OpenElsewhereProps = {
  readonly state: Extract<BackendState, { phase: 'elsewhere' | 'taken' }>;
  readonly takeOver: () => void;
};

/** One tab owns the workspace; the others say so and can ask for it. */
export function OpenElsewhere({ state, takeOver }: OpenElsewhereProps) {
  const isTaken = state.phase === 'taken';
  const isAsked = !isTaken && state.takeover === 'asked';
  return (
    <NoticeScreen
      title={isTaken ? 'Drydock is now open in another tab' : 'Drydock is open in another tab'}
      actions={
        <Button appearance="primary" isBusy={isAsked} onPress={takeOver}>
          {isTaken ? 'Take it back' : 'Take over'}
        </Button>
      }
    >
      <p>
        One tab at a time works on a workspace. Take over to go on here; the other tab then stops
        and loses nothing.
      </p>
      {!isTaken && state.takeover === 'no-answer' && (
        <p role="alert">
          The other tab has not let go yet. It may be asleep: switch to it or close it, then try
          again.
        </p>
      )}
    </NoticeScreen>
  );
}
