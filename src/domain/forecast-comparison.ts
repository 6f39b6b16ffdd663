/*
 * A forecast beside the real report: which rows of RequiresAttention.csv it hit, which it missed and
 * which it invented. A row is one address and one problem; addresses are compared by e-mail key.
 */
import type { CopyOutcome } from './copy-plan.ts';
import type { Attention } from './copy-table.ts';
import { emailKey } from './email-key.ts';

/** A row that the forecast has. */
export type ForecastRow = {
  readonly emailKey: string;
  readonly email: string;
  readonly name: string;
  readonly problem: Attention;
};

/** A row that the file has. */
export type ReportedRow = {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  /** Null when the file's words are not known. */
  readonly problem: Attention | null;
  /** The file's own words. */
  readonly words: string;
};

/**
 * `hit`: both have it. `differs`: both have the address, with another problem. `missed`: in the
 * file, not forecast. `invented`: forecast, not in the file.
 */
type Verdict = 'hit' | 'differs' | 'missed' | 'invented';

type ComparedRow = {
  readonly verdict: Verdict;
  readonly email: string;
  readonly name: string;
  /** What was forecast; null for `missed`. */
  readonly forecast: Attention | null;
  /** The line of the file and what stands there; null for `invented`. */
  readonly reported: Pick<ReportedRow, 'line' | 'problem' | 'words'> | null;
};

export type ForecastComparison = {
  /** In the order of the file; what only the forecast has comes last, in its own order. */
  readonly rows: readonly ComparedRow[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Rows of the file that say what an earlier row said already; they are counted once. */
  readonly repeated: number;
  /** Rows of the file without an address: nothing can be compared with them. */
  readonly withoutEmail: number;
};

/** The rows that RequiresAttention.csv has if everything happens as forecast. */
export function forecastRows(
  outcomes: readonly Pick<CopyOutcome, 'emailKey' | 'email' | 'name' | 'forecastAttention'>[],
): ForecastRow[] {
  return outcomes.flatMap(({ emailKey: key, email, name, forecastAttention }) =>
    forecastAttention.map((problem) => ({ emailKey: key, email, name, problem })),
  );
}

/** Compares the two, row by row. Every row of either is in exactly one compared row, or counted apart. */
export function compareWithForecast(
  forecast: readonly ForecastRow[],
  reported: readonly ReportedRow[],
): ForecastComparison {
  const open = new Map<string, ForecastRow[]>();
  for (const row of forecast) open.set(row.emailKey, [...(open.get(row.emailKey) ?? []), row]);
  const addressed = reported.filter(({ email }) => email.trim() !== '');
  const distinct = withoutRepetition(addressed);
  // Exact matches first, whatever the order of the file: only what is left over can differ.
  const matches = new Map(distinct.map((row) => [row, take(open, row, row.problem)]));
  const ofFile = distinct.map((row): ComparedRow => {
    const hit = matches.get(row);
    const match = hit ?? take(open, row, 'any');
    const { email, line, problem, words } = row;
    return {
      verdict: hit ? 'hit' : match ? 'differs' : 'missed',
      email,
      name: row.name || (match?.name ?? ''),
      forecast: match?.problem ?? null,
      reported: { line, problem, words },
    };
  });
  const left = new Set([...open.values()].flat());
  const ofForecast = forecast
    .filter((row) => left.has(row))
    .map(({ email, name, problem }): ComparedRow => {
      return { verdict: 'invented', email, name, forecast: problem, reported: null };
    });
  const rows = [...ofFile, ...ofForecast];
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return {
    rows,
    counts: {
      hit: count('hit'),
      differs: count('differs'),
      missed: count('missed'),
      invented: count('invented'),
    },
    repeated: addressed.length - distinct.length,
    withoutEmail: reported.length - addressed.length,
  };
}

/** Takes a forecast row of the same address out of those that are left. */
function take(
  open: Map<string, ForecastRow[]>,
  { email }: ReportedRow,
  problem: Attention | 'any' | null,
): ForecastRow | undefined {
  const rows = open.get(emailKey(email));
  const index = rows?.findIndex((row) => problem === 'any' || row.problem === problem) ?? -1;
  return index === -1 ? undefined : rows?.splice(index, 1)[0];
}

function withoutRepetition(rows: readonly ReportedRow[]): ReportedRow[] {
  const seen = new Set<string>();
  return rows.filter(({ email, problem, words }) => {
    const said = `${problem ?? `? ${words.trim()}`} ${emailKey(email)}`;
    if (seen.has(said)) return false;
    seen.add(said);
    return true;
  });
}
