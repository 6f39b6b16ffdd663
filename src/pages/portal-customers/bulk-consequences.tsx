import type { BulkStep } from '#src/client/bulk.ts';
import type { BulkForecast } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { CUSTOMERS, reasonText } from './bulk-words.ts';

const REQUESTS = { one: 'request', other: 'requests' } as const;
const ACCOUNTS = { one: 'account', other: 'accounts' } as const;

const REQUEST_EFFECT: Readonly<Record<BulkStep, string>> = {
  migrate: 'move to the Atlassian accounts',
  delete: 'stay, reported by Former user',
  revoke: 'stay with them',
  grant: 'open to them again',
};

type BulkConsequencesProps = { readonly step: BulkStep; readonly forecast: BulkForecast };

/** For how many the step is possible, for whom not and why, and what follows from it. */
export function BulkConsequences({ step, forecast }: BulkConsequencesProps) {
  const { ready, refused, newAccounts, existingAccounts, requests } = forecast;
  const leftOut = refused.reduce((sum, each) => sum + each.count, 0);
  return (
    <Stack gap="200">
      {leftOut > 0 && (
        <SectionMessage
          tone={ready === 0 ? 'error' : 'warning'}
          title={`${countOf(leftOut, CUSTOMERS)} cannot be changed and will be listed as failed`}
        >
          <ul>
            {refused.map((each) => (
              <li key={each.reason}>{`${count(each.count)}: ${reasonText(step, each.reason)}`}</li>
            ))}
          </ul>
        </SectionMessage>
      )}
      <DefinitionList
        items={[
          {
            term: 'Will be changed',
            value: `${countOf(ready, CUSTOMERS)} of ${count(forecast.count)}`,
          },
          ...(step === 'migrate'
            ? [
                {
                  term: 'Atlassian accounts',
                  value: (
                    <>
                      {`${countOf(newAccounts, ACCOUNTS)} created, ${count(existingAccounts)} existing take over`}
                      {newAccounts > 0 && (
                        <Hint>
                          {`${countOf(newAccounts, { one: 'person has', other: 'people have' })} to verify the e-mail address.`}
                        </Hint>
                      )}
                    </>
                  ),
                },
                { term: 'Licences', value: 'None: the Customer role is free' },
              ]
            : []),
          {
            term: 'Requests raised',
            value: `${countOf(requests, REQUESTS)} ${REQUEST_EFFECT[step]}`,
          },
          {
            term: 'Duration',
            value: `${formatDuration(forecast.durationMs)}, one customer after the other. It can be stopped.`,
          },
        ]}
      />
    </Stack>
  );
}
