import type { ServerArrival } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { CUSTOMERS, missingCustomers, missingText } from './arrival-words.ts';

/** The answer in a sentence. */
export function ArrivalVerdict({ arrival }: { readonly arrival: ServerArrival }) {
  const { plan, server, destination, onServer, parts } = arrival;
  const missing = missingCustomers(parts).reduce((sum, part) => sum + part.onServer, 0);
  if (plan.state === 'running') {
    return (
      <SectionMessage title="The migration is still running">
        {`What stands here grows with it: ${countOf(missing, CUSTOMERS)} of ${count(onServer)} not yet on ${destination.name}.`}
      </SectionMessage>
    );
  }
  if (onServer === 0) {
    return (
      <SectionMessage title="This migration takes no customers">
        {`Nobody on ${server.name} is a customer that it takes along.`}
      </SectionMessage>
    );
  }
  if (missing === 0) {
    return (
      <SectionMessage tone="success" title="Everybody is accounted for">
        {`Each of the ${countOf(onServer, CUSTOMERS)} of this migration is on ${destination.name}, or is explained below.`}
      </SectionMessage>
    );
  }
  return (
    <SectionMessage
      tone="warning"
      title={`${countOf(missing, CUSTOMERS)} of ${count(onServer)} ${missing === 1 ? 'is' : 'are'} not on ${destination.name}`}
    >
      {`By what became of them: ${missingText(parts)}. Everybody else is on ${destination.name}, or is explained below.`}
    </SectionMessage>
  );
}
