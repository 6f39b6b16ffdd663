/* What `npm run bench -- …` takes. */
import { parseArgs } from 'node:util';

export type Options = {
  /** Fresh profiles per page; the medians are taken over them. */
  readonly runs: number;
  /** How many times slower than this machine the page's main thread runs. */
  readonly slowDown: number;
};

/** @throws {Error} on anything that is not understood. */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '7' },
      'slow-down': { type: 'string', default: '4' },
    },
  });
  return { runs: atLeastOne(values.runs), slowDown: atLeastOne(values['slow-down']) };
}

function atLeastOne(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(`'${text}' is not a whole number from 1.`);
}
