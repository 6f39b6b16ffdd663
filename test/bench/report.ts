/* The figures of the issue, made from the visits. */
import type { Figure } from './figure.ts';
import type { Run } from './measure.ts';
import { gzipSize } from './sizes.ts';

type Measured = { readonly folder: string; readonly runs: readonly Run[] };

/** Sizes first, then the times of the first and of the second visit. */
export function figuresOf(drydock: Measured, empty: Measured): Figure[] {
  return [
    ...sizes(drydock, empty),
    ...times('first', drydock, empty),
    ...times('second', drydock, empty),
  ];
}

function sizes(drydock: Measured, empty: Measured): Figure[] {
  type By = keyof Run['first']['files'];
  const size = ({ folder, runs }: Measured, by: By, ending: string) =>
    runs.map(({ first }) => gzipSize(folder, first.files[by], ending));
  const script = (figure: string, by: By, goal: number | null): Figure => ({
    figure,
    unit: 'kB',
    values: size(drydock, by, '.js'),
    goal,
    floor: by === 'worker' ? null : size(empty, by, '.js'),
  });
  return [
    script('JavaScript of the first screen with MSW, gzip', 'page', 150),
    script('JavaScript until the first row, gzip', 'untilFirstRow', null),
    script('JavaScript of the database worker, gzip', 'worker', null),
    {
      figure: 'WebAssembly of the database worker, gzip',
      unit: 'kB',
      values: size(drydock, 'worker', '.wasm'),
      goal: null,
      floor: null,
    },
  ];
}

function times(visit: keyof Run, drydock: Measured, empty: Measured): Figure[] {
  const time = ({ runs }: Measured, mark: 'largestPaint' | 'firstRow') =>
    runs.map((run) => run[visit][mark]);
  const figure = (
    name: string,
    mark: 'largestPaint' | 'firstRow',
    goal: number | null,
  ): Figure => ({
    figure: `${name}, ${visit} visit`,
    unit: 'ms',
    values: time(drydock, mark),
    goal,
    floor: time(empty, mark),
  });
  return [
    figure('largest paint', 'largestPaint', visit === 'first' ? 1_000 : null),
    figure('first row of real data', 'firstRow', visit === 'first' ? 1_500 : 600),
  ];
}
