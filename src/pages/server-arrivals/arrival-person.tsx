/* The open row: what became of one person, and the ways to what is left of it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { ArrivedPerson, ServerArrival } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { DetailPanel } from '#src/ui/detail-panel.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { codeWords, explanationText, requestsText, rowLabel } from './arrival-words.ts';

type ArrivalPersonProps = {
  readonly arrival: ServerArrival;
  readonly person: ArrivedPerson;
  readonly onClose: () => void;
};

/** What became of the person. */
export function ArrivalPerson({ arrival, person, onClose }: ArrivalPersonProps) {
  const { server, destination: site } = arrival;
  const { by, explanation, taken } = person;
  const { label, tone } = codeWords(explanation.code);
  return (
    <DetailPanel
      title={person.name || person.userName}
      subtitle={person.email || 'No address'}
      onClose={onClose}
    >
      <Stack gap="100">
        <span>
          <Lozenge tone={tone}>{label}</Lozenge>
        </span>
        <p>{explanationText(person)}</p>
      </Stack>
      <DefinitionList
        items={[
          { term: `On ${server.name}`, value: `${rowLabel(person.row)}, ${person.userName}` },
          { term: 'In this migration', value: taken ? 'Yes' : 'No' },
          {
            term: 'By',
            value: by ? (
              <Link to={pathTo('server-migration', { serverId: server.id, planId: by.id })}>
                {by.name}
              </Link>
            ) : (
              'No migration'
            ),
          },
          { term: `On ${site.name}`, value: <Accounts site={site} person={person} /> },
          { term: 'Requests arrived', value: requestsText(person) },
        ]}
      />
    </DetailPanel>
  );
}

type AccountsProps = {
  readonly site: ServerArrival['destination'];
  readonly person: ArrivedPerson;
};

/** Links to the accounts that the person arrived at. */
function Accounts({ site, person: { destination, email } }: AccountsProps): ReactNode {
  if (!destination) return 'No account';
  const { portalCustomerId, accountId } = destination;
  const siteId = site.id;
  const isOtherAddress = destination.email.toLowerCase() !== email.toLowerCase();
  return (
    <Stack gap="050">
      {portalCustomerId && (
        <Link to={pathTo('portal-customer', { siteId, customerId: portalCustomerId })}>
          {`${labels.portalOnly} account`}
        </Link>
      )}
      {accountId && (
        <Link to={pathTo('site-user', { siteId, accountId })}>{labels.atlassianAccount}</Link>
      )}
      {!portalCustomerId && !accountId && 'No account any more'}
      {isOtherAddress && <span>{`as ${destination.email}`}</span>}
    </Stack>
  );
}
