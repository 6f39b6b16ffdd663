/*
 * What a step changes for the person behind an account: log-in, portals, requests, licences, now
 * and afterwards. The backend carries the step out and takes it back, so nothing here is a guess.
 *
 *   const comparison = useQuery(
 *     helpCenterQueries.compare(siteId, { step: 'revoke', customerId }, { isHeld: mutation.isPending || mutation.isSuccess }),
 *   );
 *   <BeforeAfter query={comparison} />
 *
 * `isHeld` keeps what was agreed to on screen while the step itself runs and the dialog closes.
 */
import type { Comparison } from '#src/contract/wire.ts';
import { countOf } from './count.ts';
import { Hint, Inline, SectionHeading, Stack } from './layout.tsx';
import { ProblemMessage } from './problem-message.tsx';
import { problemText } from './problem-text.ts';
import { RequestsChanged } from './requests-changed.tsx';
import { SectionMessage } from './section-message.tsx';
import { SimulatorMark } from './simulator-mark.tsx';
import { SkeletonLines } from './skeleton.tsx';
import { isSameStanding, StandingTable } from './standing-table.tsx';

type BeforeAfterProps = {
  /** A query result as it is. */
  readonly query: {
    readonly data?: Comparison | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly headingLevel?: 2 | 3;
};

/** Before and after a step, for a dialog or a panel. */
export function BeforeAfter({ query, headingLevel = 3 }: BeforeAfterProps) {
  const { data, error, refetch } = query;
  return (
    <section aria-busy={!data && !error}>
      <Stack gap="100">
        <Inline>
          <SectionHeading level={headingLevel}>What this person sees</SectionHeading>
          <SimulatorMark />
        </Inline>
        {data && <Compared comparison={data} />}
        {!data && error != null && <ProblemMessage error={error} retry={refetch} />}
        {!data && error == null && <SkeletonLines count={5} />}
      </Stack>
    </section>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { refusal, before, after, gained, lost } = comparison;
  const isUnchanged = isSameStanding(before, after) && gained.length + lost.length === 0;
  return (
    <>
      {refusal && <Refused refusal={refusal} />}
      <StandingTable before={before} after={after} />
      {!refusal && isUnchanged && <Hint>Nothing changes for this person.</Hint>}
      <RequestsChanged title={opening(gained.length)} requests={gained} tone="gained" />
      <RequestsChanged title={closing(lost.length)} requests={lost} tone="lost" />
    </>
  );
}

function Refused({ refusal }: { readonly refusal: NonNullable<Comparison['refusal']> }) {
  const { title, description } = problemText(refusal);
  return (
    <SectionMessage tone="warning" title={title}>
      {description}
    </SectionMessage>
  );
}

function opening(requests: number): string {
  return `${countOf(requests, REQUESTS)} can be opened from then on`;
}

function closing(requests: number): string {
  return `${countOf(requests, REQUESTS)} can no longer be opened`;
}

const REQUESTS = { one: 'request', other: 'requests' };
