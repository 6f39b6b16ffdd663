import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { ProblemMessage } from './problem-message.tsx';
import { problemCode } from './problem-code.ts';
import styles from './record-table.module.css';
import { Skeleton } from './skeleton.tsx';

/** Rows of the right height while the first ones are on their way. */
export function SkeletonRows({
  count,
  columns,
  hasCheck = false,
}: {
  readonly count: number;
  readonly columns: number;
  /** The first cell is a checkbox's. */
  readonly hasCheck?: boolean;
}) {
  const rows = Array.from({ length: count }, (_, row) => row);
  const cells = Array.from({ length: columns }, (_, cell) => cell);
  return rows.map((row) => (
    <tr key={row} className={styles['row']} aria-hidden>
      {cells.map((cell) => (
        <td key={cell}>
          <SkeletonCell cell={hasCheck ? cell - 1 : cell} />
        </td>
      ))}
    </tr>
  ));
}

function SkeletonCell({ cell }: { readonly cell: number }) {
  if (cell < 0) return <Skeleton width="1rem" height="1rem" />;
  return <Skeleton width={cell === 0 ? '70%' : '45%'} height={cell === 0 ? '2rem' : '1rem'} />;
}

type FailedProps = {
  readonly error: unknown;
  readonly retry?: () => unknown;
};

/** The rows cannot be had: a refusal in the place of the list, anything else with another try. */
export function Failed({ error, retry }: FailedProps) {
  const isRefused = problemCode(error) === 'forbidden';
  return <ProblemMessage error={error} retry={retry} isWholePlace={isRefused} />;
}

/** Search and filters leave nothing: say so, and offer the way back. */
export function NoMatch({ onClear }: { readonly onClear: (() => void) | undefined }) {
  return (
    <EmptyState
      image="search"
      title="No match"
      description="Nothing here fits the search and the filters."
      action={onClear && <Button onPress={onClear}>Clear search and filters</Button>}
    />
  );
}
