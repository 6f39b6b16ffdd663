/* A dropped file on its way into an import: described before its rows are read one by one. */
import { stageFile } from '../domain/import-file.ts';
import { FileSurvey } from '../domain/import-survey.ts';
import { isOwnFile } from '../domain/own-files.ts';
import type { AddedFile } from './imports-preview.ts';
import type { ImportProgress } from './imports-progress.ts';
import type { UploadedFile } from './imports-uploaded-file.ts';

type Place = Parameters<typeof stageFile>[1];

/** The file as it is kept, with its rows to come; a file with a fault has none. */
export function* describeFile(
  opening: Generator<number, UploadedFile>,
  place: Place,
): Generator<ImportProgress, AddedFile> {
  let step = opening.next();
  for (; step.done !== true; step = opening.next()) {
    yield { phase: 'reading', done: step.value, total: 0 };
  }
  const { pieces, ...described } = step.value;
  const { sizeBytes } = described;
  const survey = new FileSurvey(place.siteName === null);
  if (described.fault === null) {
    for (const { records, bytes } of pieces()) {
      for (const record of records) survey.look(record);
      if (survey.isDecided) break;
      yield { phase: 'reading', done: bytes, total: sizeBytes };
    }
  }
  const { file, rows } = stageFile({ ...described, records: survey.kept }, place);
  return {
    file,
    sizeBytes,
    pieces: file.fault === null ? pieces : nothing,
    skipped: survey.kept.length - rows.length,
    isOwn: isOwnFile(survey.kept[0]?.cells ?? []),
  };
}

function* nothing(): ReturnType<UploadedFile['pieces']> {
  // A file that cannot be used is listed without rows.
}
