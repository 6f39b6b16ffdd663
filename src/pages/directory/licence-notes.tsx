import type { AccountDetail, SiteStanding } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { licenceEffect } from './role-words.ts';

type LicenceNotesProps = {
  readonly account: AccountDetail;
  readonly added: (site: SiteStanding) => number;
};

/** What a step does to the licences of every site that the account is on. */
export function LicenceNotes({ account, added }: LicenceNotesProps) {
  const sites = account.sites.filter(({ access }) => access !== 'none');
  if (sites.length === 0) return null;
  return (
    <DefinitionList
      items={sites.map((site) => ({
        term: `Licences on ${site.siteName}`,
        value: licenceEffect(site.licences, added(site)),
      }))}
    />
  );
}
