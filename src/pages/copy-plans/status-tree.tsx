import type { MigrationStatus } from '#src/contract/wire.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { countOf } from '#src/ui/count.ts';
import styles from './status.module.css';

/** A node of any depth. */
type Node = Omit<MigrationStatus, 'children'> & {
  readonly children?: Readonly<Record<string, Node>> | undefined;
};

type StatusTreeProps = { readonly name: string; readonly node: Node };

const OUTCOMES: Readonly<Record<NonNullable<Node['outcome']>, LozengeTone>> = {
  SUCCESS: 'success',
  WARNING: 'moved',
  FAILED: 'removed',
  SKIPPED: 'default',
};

/** A status tree as nested lists; the words of status and outcome are the API's own. */
export function StatusTree({ name, node }: StatusTreeProps) {
  return (
    <ul className={styles['tree']} aria-label={`Status of ${name}`}>
      <Branch name={name} node={node} />
    </ul>
  );
}

function Branch({ name, node }: StatusTreeProps) {
  const children = Object.entries(node.children ?? {});
  const { details, message, progressDetails } = node;
  return (
    <li>
      <span className={styles['node']}>
        <code>{name}</code>
        <Lozenge tone={node.status === 'IN_PROGRESS' ? 'inprogress' : 'default'}>
          {node.status}
        </Lozenge>
        {node.outcome && <Lozenge tone={OUTCOMES[node.outcome]}>{node.outcome}</Lozenge>}
        {details && <span className={styles['about']}>{aboutOf(details)}</span>}
        {progressDetails && (
          <span className={styles['about']}>{`${progressDetails.percent} %`}</span>
        )}
        {message && <span className={styles['about']}>{message}</span>}
      </span>
      {children.length > 0 && (
        <ul className={styles['branch']}>
          {children.map(([key, child]) => (
            <Branch key={key} name={key} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function aboutOf({ description, occurrences, excludable }: NonNullable<Node['details']>): string {
  const found =
    occurrences.length === 0
      ? ''
      : `: ${countOf(occurrences.length, { one: 'occurrence', other: 'occurrences' })}`;
  return `${description}${found}${excludable ? ', excludable' : ''}`;
}
