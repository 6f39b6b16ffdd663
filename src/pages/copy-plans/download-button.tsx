import { useState } from 'react';
import { saveFile } from '#src/client/save-file.ts';
import { Button, type ButtonAppearance } from '#src/ui/button.tsx';
import { useFlags } from '#src/ui/flags.tsx';

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
    <Button
      appearance={appearance}
      iconBefore="download"
      isBusy={isBusy}
      aria-label={of === undefined ? undefined : `${children}: ${of}`}
      onPress={() => void download()}
    >
      {children}
    </Button>
  );
}
