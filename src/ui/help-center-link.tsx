/* The address of a site's help center, to be given to customers who have an account there (S2, "Notify customers"). */
import { useState } from 'react';
import { Link, useHref } from 'react-router-dom';
import { Button } from './button.tsx';
import styles from './help-center-link.module.css';
import { Hint } from './layout.tsx';
import { pathTo } from './paths.ts';
import { SimulatorMark } from './simulator-mark.tsx';

type HelpCenterLinkProps = { readonly siteId: string; readonly siteName: string };

/** The link, and a button that puts it on the clipboard or says that it could not. */
export function HelpCenterLink({ siteId, siteName }: HelpCenterLinkProps) {
  const to = pathTo('help-center', { siteId });
  const address = new URL(useHref(to), location.origin).href;
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);

  async function copy() {
    setResult(null);
    try {
      // Where the page is not served securely, the browser offers no clipboard at all.
      await navigator.clipboard.writeText(address);
      setResult('copied');
    } catch {
      setResult('failed');
    }
  }

  return (
    <div className={styles['frame']}>
      <div className={styles['row']}>
        <span className={styles['label']}>{`Help center of ${siteName}`}</span>
        <Link to={to} className={styles['address']}>
          {address}
        </Link>
        <Button isCompact iconBefore="link" onPress={() => void copy()}>
          Copy link
        </Button>
        <SimulatorMark />
      </div>
      <div aria-live="polite">
        {result === 'copied' && <Hint>The link is on the clipboard.</Hint>}
        {result === 'failed' && (
          <Hint>The browser did not let the link be copied: select the address and copy it.</Hint>
        )}
      </div>
    </div>
  );
}
