/* The button behind which a file is made: how far it is and a way out, once it takes longer than a blink. */
import { useRef, useState, type ComponentProps } from 'react';
import { Button } from './button.tsx';
import { count, countOf } from './count.ts';
import { Inline } from './layout.tsx';
import { useReportedWork } from './use-reported-work.ts';

type Progress = { readonly done: number; readonly total: number | null };

/** What the work is given to be called off, and to say how many rows are written. */
export type FileWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number | null) => void;
};

type FileButtonProps = Omit<
  ComponentProps<typeof Button>,
  'onPress' | 'isBusy' | 'iconBefore' | 'ref'
> & {
  /** Makes and saves the file. What it throws after it was called off is not reported. */
  readonly work: (watch: FileWatch) => Promise<void>;
};

const ROWS = { one: 'row', other: 'rows' };

/** Makes a file when pressed; a failure is reported as a flag. */
export function FileButton({ work, ...button }: FileButtonProps) {
  const { isBusy, start } = useReportedWork();
  const [progress, setProgress] = useState<Progress | null>(null);
  const calledOff = useRef<AbortController>(null);

  async function make(): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    calledOff.current = controller;
    try {
      await work({ signal, onProgress: (done, total) => setProgress({ done, total }) });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      setProgress(null);
    }
  }

  return (
    <Inline gap="100">
      {progress && (
        <>
          <output>{wordsOf(progress)}</output>
          <Button appearance="subtle" onPress={() => calledOff.current?.abort()}>
            Cancel
          </Button>
        </>
      )}
      <Button {...button} iconBefore="download" isBusy={isBusy} onPress={() => start(make)} />
    </Inline>
  );
}

function wordsOf({ done, total }: Progress): string {
  return total === null ? countOf(done, ROWS) : `${count(done)} of ${countOf(total, ROWS)}`;
}
