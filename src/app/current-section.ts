import { useMatch } from 'react-router-dom';
import { routePatterns } from '#src/ui/paths.ts';

type Section = 'overview' | 'directory' | 'products' | 'settings';

const SECTION_OF: Readonly<Record<string, Section>> = {
  '': 'overview',
  directory: 'directory',
  'account-types': 'directory',
  products: 'products',
  settings: 'settings',
  // Stands beside the settings in the address, and among them in the navigation.
  'audit-log': 'settings',
};

/** The part of the organization, or the site, that the address is in. */
export function useCurrentSection(): {
  readonly name: Section | undefined;
  readonly siteId: string | undefined;
  /** A single group: where users are managed centrally it belongs to the Directory. */
  readonly isAtGroup: boolean;
} {
  const siteId = useMatch(`${routePatterns.site}/*`)?.params.siteId;
  const rest = useMatch(`${routePatterns.organization}/*`)?.params['*'];
  const isAtGroup = useMatch(routePatterns.group) !== null;
  const first = rest?.split('/')[0];
  return { name: first === undefined ? undefined : SECTION_OF[first], siteId, isAtGroup };
}
