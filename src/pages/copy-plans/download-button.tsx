import { saveFile } from '#src/client/save-file.ts';
import { Button, type ButtonAppearance } from '#src/ui/button.tsx';
import { useReportedWork } from '#src/ui/use-reported-work.ts';

type DownloadButtonProps = {
  readonly load: () => Promise<{ readonly blob: Blob; readonly fileName: string }>;
  readonly appearance?: ButtonAppearance;
  /** Of what the file is, where several buttons say the same: follows the words on the button. */
  readonly of?: string;
  readonly children: string;
};

/** Makes a file and hands it to the browser; says so when that fails. */
export function DownloadButton({
  load,
  appearance = 'default',
  of,
  children,
}: DownloadButtonProps) {
  const { isBusy, start } = useReportedWork();
  const download = () => start(async () => saveFile(await load()));

  return (
    <Button
      appearance={appearance}
      iconBefore="download"
      isBusy={isBusy}
      aria-label={of === undefined ? undefined : `${children}: ${of}`}
      onPress={download}
    >
      {children}
    </Button>
  );
}
