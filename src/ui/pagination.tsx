import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { count, countOf, type Noun } from './count.ts';
import type { PageSize } from './list-params.ts';
import styles from './pagination.module.css';
import { SelectField } from './select-field.tsx';

type PaginationProps = {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** How many match; the pages follow from it. */
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly noun?: Noun;
  /** What the pages are of, where the noun does not tell one list of the screen from another. */
  readonly of?: string;
  /** The size of a page as the reader's choice: a list of `useListParams` with `hasSizes`. */
  readonly sizing?: Sizing;
};

type Sizing = {
  readonly size: PageSize;
  readonly sizes: readonly PageSize[];
  readonly setSize: (size: PageSize) => void;
};

const GAP = 0;

/** First and last page, the current one with its neighbours, and `GAP` where pages are left out. */
export function pagesShown(page: number, last: number): readonly number[] {
  if (last <= 7) return Array.from({ length: last }, (_, index) => index + 1);
  const from = Math.min(Math.max(page - 1, 3), last - 4);
  const to = Math.max(Math.min(page + 1, last - 2), 5);
  const middle = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return [1, from > 3 ? GAP : 2, ...middle, to < last - 2 ? GAP : last - 1, last];
}

/** Pages of a list, with "1–25 of 312". Nothing when nothing matches. */
export function Pagination({
  page,
  pageSize,
  total,
  onPage,
  noun = { one: 'result', other: 'results' },
  of = noun.other,
  sizing,
}: PaginationProps) {
  if (total === 0) return null;
  const last = Math.ceil(total / pageSize);
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  const isWhole = sizing?.size === 'all';

  function go(next: number) {
    onPage(next);
    scrollTo(0, 0);
  }

  return (
    <div className={styles['bar']}>
      <output className={styles['range']}>
        {isWhole
          ? countOf(total, noun)
          : `${count(from)}–${count(to)} of ${count(total)} ${total === 1 ? noun.one : noun.other}`}
      </output>
      {sizing && <SizeChoice of={of} total={total} {...sizing} />}
      {last > 1 && !isWhole && (
        <nav aria-label={`Pages of ${of}`} className={styles['pages']}>
          <IconButton
            label="Previous page"
            icon="chevron-left"
            isDisabled={page <= 1}
            onPress={() => go(page - 1)}
          />
          {pagesShown(page, last).map((number, position) =>
            number === GAP ? (
              <span key={position < 3 ? 'early' : 'late'} className={styles['gap']}>
                …
              </span>
            ) : (
              <button
                key={number}
                type="button"
                className={classNames(styles['page'], number === page && styles['current'])}
                aria-label={`Page ${number}`}
                aria-current={number === page ? 'page' : undefined}
                onClick={() => go(number)}
              >
                {number}
              </button>
            ),
          )}
          <IconButton
            label="Next page"
            icon="chevron-right"
            isDisabled={page >= last}
            onPress={() => go(page + 1)}
          />
        </nav>
      )}
    </div>
  );
}

type SizeChoiceProps = Sizing & { readonly of: string; readonly total: number };

/** How many rows a page has, where there are more than the shortest page takes. */
function SizeChoice({ size, sizes, setSize, of, total }: SizeChoiceProps) {
  const [least] = sizes;
  if (typeof least !== 'number' || total <= least) return null;
  return (
    <SelectField
      isCompact
      label={`Rows per page of ${of}`}
      value={String(size)}
      onChange={(chosen) => setSize(sizes.find((each) => String(each) === chosen) ?? least)}
      options={sizes.map((each) => ({
        value: String(each),
        label: each === 'all' ? 'All in one table' : `${each} per page`,
      }))}
    />
  );
}
