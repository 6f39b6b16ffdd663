/* What `npm run bench -- …` takes. */
import { parseArgs } from 'node:util';

export type Options = {
  /** Fresh profiles per page; the medians are taken over them. */
  readonly runs: number;
  /** How many times slower than this machine the page's main thread runs. */
  readonly slowDown: number;
  /** Sizes of a site whose lists are measured instead of the first screen. */
  readonly lists: readonly number[] | null;
  /** The same of a file that is loaded into a site. */
  readonly imports: readonly number[] | null;
  /** The same of a bulk step for all customers of a site. */
  readonly jobs: readonly number[] | null;
  /** The same of the export of a site's customers. */
  readonly exports: readonly number[] | null;
};

const LIST_SIZES = ['10000', '100000', '1000000'];

/** @throws {Error} on anything that is not understood. */
export function readOptions(): Options {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '7' },
      'slow-down': { type: 'string', default: '4' },
    },
  });
  return {
    runs: atLeastOne(values.runs),
    slowDown: atLeastOne(values['slow-down']),
    lists: sizesOf('lists', positionals),
    imports: sizesOf('import', positionals),
    jobs: sizesOf('jobs', positionals),
    exports: sizesOf('exports', positionals),
  };
}

/** The group that is measured, and the sizes if others are wanted. */
function sizesOf(
  wanted: 'lists' | 'import' | 'jobs' | 'exports',
  [group, ...sizes]: readonly string[],
): readonly number[] | null {
  if (group === undefined) return null;
  if (group !== 'lists' && group !== 'import' && group !== 'jobs' && group !== 'exports') {
    throw new Error(`There is nothing called '${group}' to measure.`);
  }
  return group === wanted ? (sizes.length === 0 ? LIST_SIZES : sizes).map(atLeastOne) : null;
}

function atLeastOne(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(`'${text}' is not a whole number from 1.`);
}
