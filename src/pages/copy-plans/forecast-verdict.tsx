/* The whole forecast in one verdict, with what speaks for it and where to go about it. */
import type { CopyChecks, CopyPlan } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import styles from './forecast.module.css';
import { isMigration, wordsOf } from './flow-words.ts';
import { GROUPS, ROWS } from './plan-words.ts';

type Grade = CopyChecks['grade'];
type Reason = CopyChecks['reasons'][number];

const VERDICTS: Readonly<
  Record<
    Grade,
    {
      readonly tone: 'error' | 'warning' | 'info' | 'success';
      readonly title: string;
      readonly text: string;
    }
  >
> = {
  blocked: {
    tone: 'error',
    title: 'The plan cannot run yet',
    text: 'Resolve what blocks it, then check again.',
  },
  'loses-access': {
    tone: 'warning',
    title: 'The plan can run, but customers would lose access to requests',
    text: 'Look at who loses what before running. Much of it can be cured first, or right after the run.',
  },
  'needs-work': {
    tone: 'info',
    title: 'The plan can run, and leaves something to do',
    text: 'Nobody loses access to a request.',
  },
  clean: {
    tone: 'success',
    title: 'The plan can run, and leaves nothing to do',
    text: 'Nothing blocks it, nobody loses access to a request, and no review is needed afterwards.',
  },
};

const REASONS: Readonly<
  Record<
    Reason['reason'],
    {
      readonly say: (count: number, plan: CopyPlan) => string;
      readonly go: string;
    }
  >
> = {
  errors: {
    say: (count) => `${countOf(count, { one: 'check blocks', other: 'checks block' })} the run.`,
    go: 'Resolve it',
  },
  losing: {
    say: (count, plan) =>
      `${countOf(count, wordsOf(plan).people)} ${count === 1 ? 'loses' : 'lose'} sight of requests.`,
    go: 'See who, and why',
  },
  attention: {
    say: (count) => `${countOf(count, ROWS)} will require attention afterwards.`,
    go: 'See what is left to do',
  },
  'pending-groups': {
    say: (count, { source, destination }) =>
      `${countOf(count, GROUPS)} of ${source.name} will wait for review on ${destination.name}.`,
    go: 'See the groups',
  },
  warnings: {
    say: (count) => `${countOf(count, { one: 'check warns', other: 'checks warn' })}.`,
    go: 'Read the warnings',
  },
};

/** A migration takes users too, so not only customers lose something. */
function verdictOn(grade: Grade, plan: CopyPlan) {
  const verdict = VERDICTS[grade];
  return isMigration(plan)
    ? {
        ...verdict,
        title: verdict.title
          .replace('The plan', 'The migration')
          .replace('customers', wordsOf(plan).people.other),
      }
    : verdict;
}

type ForecastVerdictProps = {
  readonly plan: CopyPlan;
  readonly checks: CopyChecks;
  readonly onGo: (reason: Reason['reason']) => void;
};

/** One verdict on a saved plan. */
export function ForecastVerdict({ plan, checks, onGo }: ForecastVerdictProps) {
  const { tone, title, text } = verdictOn(checks.grade, plan);
  return (
    <SectionMessage tone={tone} title={title}>
      <div className={styles['verdict']}>
        <p>{text}</p>
      </div>
      {checks.reasons.length > 0 && (
        <ul className={styles['reasons']} aria-label="Why">
          {checks.reasons.map(({ reason, count }) => (
            <li key={reason}>
              {REASONS[reason].say(count, plan)}{' '}
              <Button appearance="link" onPress={() => onGo(reason)}>
                {REASONS[reason].go}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </SectionMessage>
  );
}

/** What a run would take away, in one sentence. */
export function losingText(
  { people, requests }: { people: number; requests: number },
  plan: Pick<CopyPlan, 'flow'>,
): string {
  if (people === 0) return 'Nobody loses access to a request.';
  return `${countOf(people, wordsOf(plan).people)} ${people === 1 ? 'loses' : 'lose'} access to ${countOf(requests, { one: 'request', other: 'requests in all' })}.`;
}
