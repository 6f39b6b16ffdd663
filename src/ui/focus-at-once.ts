/**
 * As the `ref` of a dialog's only field: typing can begin at once, as soon as the field is there,
 * which may be after the dialog has opened.
 */
export function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
