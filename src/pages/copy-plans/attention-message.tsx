import type { CopyPlan } from '#src/contract/wire.ts';
import { Link } from 'react-router-dom';
import { count, countOf } from '#src/ui/count.ts';
import { searchKeys } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { isMigration } from './flow-words.ts';
import { ROWS } from './plan-words.ts';

type AttentionMessageProps = {
  readonly plan: CopyPlan;
  /** Where the rows stand already, a link to them would lead nowhere. */
  readonly isAtRows?: boolean;
};

/** What a run leaves to do; a calm word when that is nothing. */
export function AttentionMessage({ plan, isAtRows = false }: AttentionMessageProps) {
  if (!plan.attention) return null;
  const { open, total } = plan.attention;
  if (open > 0) {
    return isAtRows ? null : (
      <SectionMessage
        tone="warning"
        title={`${count(open)} of ${countOf(total, ROWS)} ${open === 1 ? 'requires' : 'require'} attention`}
        actions={<Link to={`?${searchKeys.tab}=attention`}>See what to do</Link>}
      >
        {isMigration(plan)
          ? `These people hold two accounts on ${plan.destination.name}.`
          : `These customers wait in an imported group or hold two accounts on ${plan.destination.name}.`}
      </SectionMessage>
    );
  }
  // Before its end a run cannot know.
  if (plan.state !== 'finished') return null;
  return (
    <SectionMessage tone="success" title="Nothing requires attention">
      {total === 0
        ? isMigration(plan)
          ? `Nobody whom this run brought has two accounts on ${plan.destination.name}.`
          : `No customer of this run had another account type on ${plan.destination.name}.`
        : `${total === 1 ? 'The one row' : `All ${countOf(total, ROWS)}`} of the report ${total === 1 ? 'is' : 'are'} done.`}
    </SectionMessage>
  );
}
