import { saveFile } from '#src/client/save-file.ts';
import { Button } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { useReportedWork } from '#src/ui/use-reported-work.ts';

type DownloadArrivalsProps = {
  readonly load: () => Promise<{ readonly blob: Blob; readonly fileName: string }>;
};

/** Everybody with what became of them, as a file. */
export function DownloadArrivals({ load }: DownloadArrivalsProps) {
  const { isBusy, start } = useReportedWork();
  const download = () => start(async () => saveFile(await load()));

  return (
    <Button iconBefore="download" isBusy={isBusy} onPress={download}>
      {labels.downloadCsv}
    </Button>
  );
}
