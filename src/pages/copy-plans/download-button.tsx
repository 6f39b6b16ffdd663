import { type ReactNode, useState } from 'react';
import { saveFile } from '#src/client/save-file.ts';
import { Button, type ButtonAppearance } from '#src/ui/button.tsx';
import { useFlags } from '#src/ui/flags.tsx';

type DownloadButtonProps = {
  readonly load: () => Promise<{ readonly blob: Blob; readonly fileName: string }>;
  readonly appearance?: ButtonAppearance;
  readonly children: ReactNode;
};

/** Makes a file and hands it to the browser; says so when that fails. */
export function DownloadButton({ load, appearance = 'default', children }: DownloadButtonProps) {
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
      onPress={() => void download()}
    >
      {children}
    </Button>
  );
}
