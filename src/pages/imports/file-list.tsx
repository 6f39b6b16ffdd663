import { type ReactNode, useRef } from 'react';
import type { ImportSession } from '#src/contract/wire.ts';
import { Card } from '#src/ui/layout.tsx';
import { LoadedFile } from './loaded-file.tsx';

type FileListProps = {
  readonly session: ImportSession;
  /** Where more files come in. */
  readonly children?: ReactNode;
};

/** The files of an import. A removed one hands the focus back to the list. */
export function FileList({ session, children }: FileListProps) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <Card title="Files">
      <ul ref={list} tabIndex={-1} aria-label="Files">
        {session.files.map((file) => (
          <LoadedFile
            key={file.number}
            importId={session.id}
            file={file}
            place={session.place}
            isOpen={session.state === 'open'}
            onRemoved={() => list.current?.focus()}
          />
        ))}
      </ul>
      {children}
    </Card>
  );
}
