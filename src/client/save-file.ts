/** Hands a file to the browser's own download, under its name. */
export function saveFile({ blob, fileName }: { readonly blob: Blob; readonly fileName: string }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The download has taken its own reference once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
