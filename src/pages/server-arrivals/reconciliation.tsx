/* The steps that lead from the count of the server to the count of the site, adding up on both sides. */
import { useId } from 'react';
import type { ServerArrival } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Card, Hint, Inline } from '#src/ui/layout.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { CODES, PEOPLE, partLabel, ROWS } from './arrival-words.ts';
import styles from './server-arrivals.module.css';

type Part = ServerArrival['parts'][number];

const RANKS = new Map(CODES.map((code, at) => [code, at]));

/** One line for everything that adds to a count. */
export function Reconciliation({ arrival }: { readonly arrival: ServerArrival }) {
  const { server, destination, onServer, onDestination, elsewhere, parts } = arrival;
  const captionId = useId();
  const lines = parts
    .filter((part) => part.onServer + part.onDestination > 0)
    .toSorted(
      (a, b) =>
        ROWS.indexOf(a.row) - ROWS.indexOf(b.row) ||
        Number(b.taken) - Number(a.taken) ||
        rank(a) - rank(b),
    );
  const silent = parts
    .filter((part) => part.onServer + part.onDestination === 0)
    .reduce((sum, { people }) => sum + people, 0);
  return (
    <Card
      title={
        <Inline gap="100">
          <span id={captionId}>From one count to the other</span>
          <SimulatorMark />
        </Inline>
      }
    >
      <div className={styles['scroller']}>
        <table className={styles['sums']} aria-labelledby={captionId}>
          <thead>
            <tr>
              <th scope="col">What became of them</th>
              <th scope="col">{`Customers of ${server.name}`}</th>
              <th scope="col">{`Portal-only accounts on ${destination.name}`}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((part) => (
              <tr key={`${part.row} ${part.taken} ${part.code}`}>
                <th scope="row">{partLabel(part)}</th>
                <td>{count(part.onServer)}</td>
                <td>{count(part.onDestination)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{`Not from ${server.name}`}</th>
              <td>{count(0)}</td>
              <td>{count(elsewhere)}</td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td>{count(onServer)}</td>
              <td>{count(onDestination)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {silent > 0 && (
        <Hint>
          {`${countOf(silent, PEOPLE)} of ${server.name} ${silent === 1 ? 'adds' : 'add'} to neither count: users with a licence, former customers, and whoever was not chosen.`}
        </Hint>
      )}
    </Card>
  );
}

function rank({ code }: Part): number {
  return RANKS.get(code) ?? 0;
}
