import {
  addFile,
  createImport,
  createServerImport,
  discardImport,
  getImport,
  listImportRows,
  mapFile,
  refusedRows,
  removeFile,
} from '#src/application/imports.ts';
import type { ImportProgress } from '#src/application/imports-progress.ts';
import type { ImportView } from '#src/application/imports-view.ts';
import { writeImport } from '#src/application/imports-write.ts';
import type { Tx } from '#src/application/ports.ts';
import type { RouteName } from '#src/contract/routes.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { ImportRow } from '#src/domain/import.ts';
import { ok, type Result } from '#src/domain/result.ts';
import { openUploadedFile } from '../csv/read-uploaded-file.ts';
import { refusedFile, refusedFileName } from '../csv/refused-file.ts';
import { transaction, type Handlers, type HandlerContext, type Input } from '../handler.ts';
import { presentPage } from '../present.ts';

/** Longer cells are cut for the screen: an unclosed quote makes one of half a file. The download has all. */
const LONGEST_CELL = 1_000;

type ImportChange =
  'imports.add-file' | 'imports.remove-file' | 'imports.map-file' | 'imports.write';

/** All four answer with the import. */
type SlicedHandler<N extends RouteName> = {
  readonly kind: 'sliced';
  run(
    tx: Tx,
    input: Input<N>,
    context: HandlerContext,
  ): Generator<ImportProgress, Result<ReturnType<typeof presentImport>, DomainError>>;
};

/** Endpoints of loading one's own exports into a site or a server. */
export const importHandlers: Handlers<Extract<RouteName, `imports.${string}`>> = {
  'imports.create': transaction((tx, { params }, context) =>
    presented(createImport(tx, params, context)),
  ),
  'imports.create-for-server': transaction((tx, { params }, context) =>
    presented(createServerImport(tx, params, context)),
  ),
  'imports.get': transaction((tx, { params }, context) =>
    presented(getImport(tx, params, context)),
  ),
  'imports.discard': {
    kind: 'sliced',
    run: (tx, { params }, context) => discardImport(tx, params, context),
  },
  'imports.add-file': sliced((tx, { params, query, bytes }, context) => {
    const open = () => openUploadedFile(bytes, query.name);
    return addFile(tx, { ...params, open }, context);
  }),
  'imports.remove-file': sliced((tx, { params }, context) => removeFile(tx, params, context)),
  'imports.map-file': sliced((tx, { params, body }, context) =>
    mapFile(tx, { ...params, ...body }, context),
  ),
  'imports.rows': transaction((tx, { params, query }, context) => {
    const outcome = query.outcome ?? null;
    const page = listImportRows(tx, { ...params, ...query, outcome }, context);
    return page.ok ? ok(presentPage(page.value, presentRow)) : page;
  }),
  'imports.refused-file': transaction((tx, { params, query }, context) => {
    const refused = refusedRows(tx, { ...params, number: query.file }, context);
    if (!refused.ok) return refused;
    const { file, rows } = refused.value;
    return ok({ fileName: refusedFileName(file), bytes: refusedFile(file, rows) });
  }),
  'imports.write': sliced((tx, { params, ifMatch }, context) =>
    writeImport(tx, { ...params, expectedVersion: ifMatch }, context),
  ),
  'imports.progress': {
    kind: 'aside',
    run(works, { importId }) {
      const work = works.aboutImport(importId);
      if (!work) return { done: 0, total: 0, writing: false };
      const { progress, route, since } = work;
      return {
        done: progress?.done ?? 0,
        total: progress?.total ?? 0,
        writing: route === 'imports.write',
        running: {
          phase: progress?.phase ?? 'waiting',
          rows: progress?.rows ?? null,
          since,
          now: works.now,
        },
      };
    },
  },
  'imports.cancel': {
    kind: 'aside',
    run: (works, { importId }) => ({ cancelled: works.cancelImport(importId) }),
  },
};

/** Changes of an import: long when its files are. */
function sliced<N extends ImportChange>(
  run: (
    tx: Tx,
    input: Input<N>,
    context: HandlerContext,
  ) => Generator<ImportProgress, Result<ImportView, DomainError>>,
): SlicedHandler<N> {
  return {
    kind: 'sliced',
    *run(tx, input, context) {
      return presented(yield* run(tx, input, context));
    },
  };
}

function presented(view: Result<ImportView, DomainError>) {
  return view.ok ? ok(presentImport(view.value)) : view;
}

function presentImport(view: ImportView) {
  return {
    ...view,
    counts: { ...view.counts },
    notes: view.notes.map((note) => ({
      ...note,
      facts: { ...note.facts },
      names: [...note.names],
    })),
    files: view.files.map((file) => ({
      ...file,
      headings: [...file.headings],
      sample: file.sample.map((cells) => cells.map(shortened)),
      mapping: [...file.mapping],
    })),
  };
}

function presentRow(row: ImportRow & { readonly fileName: string }) {
  return {
    ...row,
    cells: row.cells.map(shortened),
    findings: row.findings.map((finding) => ({ ...finding, facts: { ...finding.facts } })),
  };
}

function shortened(cell: string): string {
  return cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)}…` : cell;
}
