import { useState } from 'react';
import { saveFile } from '#src/client/save-file.ts';
import { Button } from '#src/ui/button.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';

type DownloadArrivalsProps = {
  readonly load: () => Promise<{ readonly blob: Blob; readonly fileName: string }>;
};

/** Everybody with what became of them, as a file. */
export function DownloadArrivals({ load }: DownloadArrivalsProps) {
  const [isBusy, setIsBusy] = useState(false);
  const flags = useFlags();

  async function download() {
    setIsBusy(true);
    try {
      saveFile(await load());
    } catch (error) {
      flags.showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Button iconBefore="download" isBusy={isBusy} onPress={() => void download()}>
      {labels.downloadCsv}
    </Button>
  );
}
