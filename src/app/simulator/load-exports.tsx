import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { Hint, Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SelectField } from '#src/ui/select-field.tsx';
import { useCurrentPlace } from '../current-place.ts';

/** The way to load one's own exports, into a chosen site. */
export function LoadExports() {
  const { data } = useQuery(directoryQueries.organizations());
  const [chosen, setChosen] = useState<string>();
  const sites = (data?.items ?? []).flatMap((organization) =>
    organization.sites.map((site) => ({
      value: site.id,
      label: `${site.name} (${organization.name})`,
    })),
  );
  const { site } = useCurrentPlace();
  const wanted = chosen ?? site?.id;
  const siteId = sites.find(({ value }) => value === wanted)?.value ?? sites[0]?.value;
  return (
    <>
      {siteId !== undefined && (
        <Inline>
          <SelectField
            label="Site to load into"
            isCompact
            value={siteId}
            options={sites}
            onChange={setChosen}
          />
          <LinkButton to={pathTo('load-exports', { siteId })}>Load your exports</LinkButton>
        </Inline>
      )}
      <Hint>Exported customers and users of your own site. They never leave this browser.</Hint>
    </>
  );
}
