import type { ImportSession } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import styles from './import-notes.module.css';
import { noteText } from './note-text.ts';

/** What loading takes for granted and passes over, before anybody loads. */
export function ImportNotes({ session }: { readonly session: ImportSession }) {
  const { notes, siteId } = session;
  if (notes.length === 0) return null;
  const hasFixes = notes.some(({ code }) => code === 'fixes-ignored');
  return (
    <SectionMessage
      title="What is taken for granted, and what is left out"
      actions={
        hasFixes && (
          <LinkButton appearance="link" to={pathTo('server-assessment', { serverId: siteId })}>
            {labels.assessAndPrepare}
          </LinkButton>
        )
      }
    >
      <ul className={styles['notes']}>
        {notes.map((note) => {
          const text = noteText(note);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </SectionMessage>
  );
}
