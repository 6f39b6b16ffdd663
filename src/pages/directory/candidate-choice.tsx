import type { GroupMember } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { Hint } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { licenceEffect } from './licence-words.ts';

type CandidateChoiceProps = {
  readonly query: {
    readonly data: { readonly items: readonly GroupMember[]; readonly total: number } | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly chosen: GroupMember | null;
  readonly onChoose: (member: GroupMember) => void;
};

/** One of the accounts that the search found; the chosen one stays in sight. */
export function CandidateChoice({ query, chosen, onChoose }: CandidateChoiceProps) {
  const { data, error, refetch } = query;
  if (!data) {
    return error ? <ProblemMessage error={error} retry={refetch} /> : <SkeletonLines count={6} />;
  }
  const isOffered = data.items.some(({ id }) => id === chosen?.id);
  const offered = chosen && !isOffered ? [chosen, ...data.items] : data.items;
  if (offered.length === 0) return <Hint>No account of the site fits the search.</Hint>;
  const hidden = data.total - data.items.length;
  return (
    <>
      <RadioGroup
        label="Account"
        value={chosen?.id ?? null}
        onChange={(id) => {
          const found = offered.find((candidate) => candidate.id === id);
          if (found) onChoose(found);
        }}
        options={offered.map((candidate) => ({
          value: candidate.id,
          label: candidate.name,
          description: `${candidate.email}. ${licenceEffect(candidate)}`,
        }))}
      />
      {hidden > 0 && <Hint>{`${count(hidden)} more: search to find them.`}</Hint>}
    </>
  );
}
