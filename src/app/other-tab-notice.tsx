/* Why the tab that owns the workspace does not serve this one, and the ways on. */
import { useEffect, useState } from 'react';
import type { BackendState } from '#src/client/backend-status.ts';
import { readServedBuild, type ServedBuild } from '#src/client/served-build.ts';
import { Banner } from '#src/ui/banner.tsx';
import { Button } from '#src/ui/button.tsx';
import { Inline } from '#src/ui/layout.tsx';
import styles from './missing-code-notice.module.css';
import { NoticeScreen } from './notice-screen.tsx';

type OtherTabNoticeProps = {
  readonly state: Extract<BackendState, { phase: 'elsewhere' | 'other-version' }>;
  /** Above a console that was ready before, which stays as it is; otherwise it is the whole screen. */
  readonly isBeside: boolean;
  readonly takeOver: () => void;
};

type Words = { readonly title: string; readonly text: string };

const SILENT: Words = {
  title: 'Another tab keeps the workspace and does not answer',
  text: 'It may be busy or asleep. Switch to it, or close it: this tab then goes on by itself. You can also take the workspace over; what is finished is stored.',
};

const STILL_OPEN: Words = {
  title: 'Another tab still has the workspace open',
  text: 'It could not be taken over yet. Close that tab, or switch to it: this one goes on as soon as it lets go.',
};

/** By what the host of this page serves now. */
const OTHER_VERSION: Readonly<Record<ServedBuild, Words>> = {
  newer: {
    title: 'A newer Drydock is open in another tab',
    text: 'This tab runs the version from before. Reload it to go on; what you have typed and not sent is lost, the workspace keeps every finished step.',
  },
  same: {
    title: 'An older Drydock is open in another tab',
    text: 'Reload that tab and it works together with this one. Or take the workspace over: the other tab then asks to be reloaded, and every finished step is stored.',
  },
  unreachable: {
    title: 'Another version of Drydock is open in another tab',
    text: 'Reload both tabs once the host can be reached, or take the workspace over: the other tab then stops, and every finished step is stored.',
  },
};

/** The notice, as a screen or above one. */
export function OtherTabNotice({ state, isBeside, takeOver }: OtherTabNoticeProps) {
  const served = useServedBuild(state.phase === 'other-version');
  if (state.phase === 'other-version' && served === undefined) return null;
  const { title, text } = wordsOf(state, served);
  const isOld = state.phase === 'other-version' && served === 'newer';
  const isBusy = state.phase === 'elsewhere' && state.takeover === 'asked';
  const action = isOld ? (
    <Button appearance="primary" onPress={() => location.reload()}>
      Reload
    </Button>
  ) : (
    <Button appearance="primary" isBusy={isBusy} onPress={takeOver}>
      Take over
    </Button>
  );
  if (!isBeside) {
    return (
      <NoticeScreen title={title} actions={action}>
        <p>{text}</p>
      </NoticeScreen>
    );
  }
  return (
    <div className={styles['place']} role="alert">
      <Banner tone="warning" label={title}>
        <Inline wrap={false} gap="200">
          <span>{`${title}. ${text}`}</span>
          {action}
        </Inline>
      </Banner>
    </div>
  );
}

function wordsOf(state: OtherTabNoticeProps['state'], served: ServedBuild | undefined): Words {
  if (state.phase === 'other-version') return OTHER_VERSION[served ?? 'unreachable'];
  return state.takeover === 'no-answer' ? STILL_OPEN : SILENT;
}

function useServedBuild(isAsked: boolean): ServedBuild | undefined {
  const [served, setServed] = useState<ServedBuild>();
  useEffect(() => {
    if (isAsked) void readServedBuild().then(setServed);
  }, [isAsked]);
  return served;
}
