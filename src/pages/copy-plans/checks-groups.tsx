import { downloadCheck } from '#src/client/copy-checks.ts';
import type { CopyChecks, CopyPlan } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { formatInstant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import type { PlanPlace } from '#src/ui/plan-path.ts';
import { CheckExclusion } from './check-exclusion.tsx';
import { CheckItem } from './check-item.tsx';
import { Remedy } from './check-remedies.tsx';
import { ServerRows } from './check-server-rows.tsx';
import {
  excludedWords,
  GROUPS,
  serverCheckWords,
  type AllChecks,
  type ServerStanding,
} from './check-server-words.ts';
import styles from './checks.module.css';
import { DownloadButton } from './download-button.tsx';

type ChecksGroupsProps = {
  readonly plan: CopyPlan;
  readonly place: PlanPlace;
  readonly data: CopyChecks;
  /** Fingerprint of the forecast on screen. */
  readonly fingerprint: string;
  /** Looks at the forecast anew. */
  readonly onRefresh: () => void;
};

/** The pre-migration checks of a server plan in their groups. */
export function ChecksGroups({ plan, place, data, fingerprint, onRefresh }: ChecksGroupsProps) {
  const server = data.server!;
  const checks: AllChecks = { ...data.checks, ...server.checks };

  function stepsOf(standing: ServerStanding, title: string) {
    const { check } = standing;
    const { total } = checks[check];
    if (total === 0) return null;
    if (check === 'data-changed') {
      return (
        <Button appearance="link" onPress={onRefresh}>
          Load the new forecast
        </Button>
      );
    }
    return (
      <>
        <Remedy id={check} plan={plan} place={place} />
        <CheckExclusion plan={plan} standing={standing} title={title} total={total} />
        <DownloadButton
          appearance="link"
          of={title}
          load={() => downloadCheck(plan.id, check, fingerprint)}
        >
          {labels.downloadCsv}
        </DownloadButton>
      </>
    );
  }

  return (
    <Stack gap="300">
      {server.groups.map(({ group, checks: standings }) => (
        <section key={group} aria-labelledby={`checks-${group}`}>
          <Stack gap="100">
            <h3 id={`checks-${group}`} className={styles['group']}>
              {GROUPS[group]}
            </h3>
            <ul className={styles['checks']} aria-label={`Checks: ${GROUPS[group]}`}>
              {standings.map((standing) => {
                const { rows, total } = checks[standing.check];
                const words = serverCheckWords(standing.check, data, plan);
                return (
                  <CheckItem
                    key={standing.check}
                    {...words}
                    result={standing.result}
                    note={noteOf(standing, total)}
                    total={standing.check === 'data-changed' ? 0 : total}
                    shown={rows.length}
                    steps={stepsOf(standing, words.title)}
                  >
                    <ServerRows id={standing.check} data={data} />
                  </CheckItem>
                );
              })}
            </ul>
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

function noteOf({ kept, excluded, result }: ServerStanding, total: number): string | null {
  if (excluded && result === 'warning') return excludedWords(total);
  return kept && `Passed on ${formatInstant(kept.at)}. Kept until ${formatInstant(kept.until)}.`;
}
