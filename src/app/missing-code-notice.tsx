import { useEffect, useState, useSyncExternalStore } from 'react';
import { readServedBuild, type ServedBuild } from '#src/client/served-build.ts';
import { Banner } from '#src/ui/banner.tsx';
import { Button } from '#src/ui/button.tsx';
import { Inline } from '#src/ui/layout.tsx';
import { missingCode } from '#src/ui/missing-code.ts';
import styles from './missing-code-notice.module.css';

const WORDS: Readonly<Record<ServedBuild, readonly [string, string]>> = {
  newer: [
    'A newer Drydock is available',
    'A part of this older version can no longer be loaded. Reload when you are ready: every finished step is stored, what you have typed and not sent is not.',
  ],
  same: [
    'A part of Drydock could not be loaded',
    'Reload to try again: every finished step is stored, what you have typed and not sent is not.',
  ],
  unreachable: [
    'A part of Drydock could not be loaded',
    'Its host does not answer. What is on the screen goes on working; reload once the host can be reached.',
  ],
};

/**
 * Above everything, once a part of the console could not be loaded. Reloading is the person's
 * choice. Never loaded late itself: after a deploy its own file would be gone.
 */
export function MissingCodeNotice() {
  const isMissing = useSyncExternalStore(missingCode.subscribe, missingCode.get);
  const [served, setServed] = useState<ServedBuild>();
  useEffect(() => {
    if (isMissing) void readServedBuild().then(setServed);
  }, [isMissing]);
  if (served === undefined) return null;
  const [title, text] = WORDS[served];
  return (
    <div className={styles['place']} role="alert">
      <Banner tone="warning" label={title}>
        <Inline wrap={false} gap="200">
          <span>{`${title}. ${text}`}</span>
          <Button onPress={() => location.reload()}>Reload</Button>
        </Inline>
      </Banner>
    </div>
  );
}
