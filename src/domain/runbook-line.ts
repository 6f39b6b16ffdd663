/* Sentences of the runbook, put together so that labels and names stay apart from words. */
import type { RunbookLine, RunbookStep, RunbookText } from './runbook-value.ts';

/** A label of the real console. */
export function label(text: string): RunbookText {
  return { kind: 'label', text };
}

/** A name from the data: untrusted. */
export function name(text: string): RunbookText {
  return { kind: 'name', text };
}

/** Names from the data in one sentence: "Acme, Bolt". */
export function names(texts: readonly string[]): readonly (string | RunbookText)[] {
  return texts.flatMap((text, index) => (index === 0 ? [name(text)] : [', ', name(text)]));
}

/** A sentence: plain strings are words, numbers are written with thousands apart. */
export function line(...parts: readonly (string | number | RunbookText)[]): RunbookLine {
  return parts.map((part) =>
    typeof part === 'object' ? part : { kind: 'text', text: String(inWords(part)) },
  );
}

/** Labels in the order in which they are clicked. */
export function clicks(...labels: readonly string[]): readonly (string | RunbookText)[] {
  return labels.flatMap((text, index) => (index === 0 ? [label(text)] : [' > ', label(text)]));
}

/** "1 customer", "1,001 customers" */
export function countOf(count: number, one: string, many: string): string {
  return `${inWords(count)} ${count === 1 ? one : many}`;
}

/** A step with the parts that it has. */
export function step(
  id: string,
  title: string,
  parts: Partial<Pick<RunbookStep, 'actions' | 'files' | 'checks' | 'stops'>>,
): RunbookStep {
  return { id, title, actions: [], files: [], checks: [], stops: [], ...parts };
}

function inWords(part: string | number): string {
  return typeof part === 'string' ? part : String(part).replace(/\B(?=(\d{3})+$)/g, ',');
}
