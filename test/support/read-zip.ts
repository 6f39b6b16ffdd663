/* Downloads as tests read them: by papaparse alone, so that our own reader is not its own witness. */
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { WireResponse } from '#src/server/backend.ts';

/** Rows of a CSV download by heading; its byte order mark is dropped. */
export function parseReport(response: WireResponse): Record<string, string>[] {
  return parseCsvText(new TextDecoder().decode(response.body ?? new Uint8Array()));
}

/** Files of a zip as text. */
export function unzipped(zip: Uint8Array): Record<string, string> {
  const files = unzipSync(zip);
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes).replace(/^\uFEFF/, '')]),
  );
}

/** Rows of CSV text by heading. */
export function parseCsvText(text: string): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  if (parsed.errors.length > 0) throw new Error(JSON.stringify(parsed.errors));
  return parsed.data;
}
