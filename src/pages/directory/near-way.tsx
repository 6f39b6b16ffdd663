/* S3: how near the real product comes to a way back, and what the simulator adds to it. */
import { Link } from 'react-router-dom';
import { Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { CHOOSE, CONVERT } from './conversion-words.ts';

type NearWayProps = {
  /** Where it is told: at the choice of role None, or at the conversion. */
  readonly at: 'role-none' | 'conversion';
  readonly organizationId: string;
};

const REAL =
  'In the real product, role None with site access kept is as near as it gets. The person still has ' +
  'an Atlassian account: it is not listed under Portal customers, and without a role it opens nothing in ' +
  'the help center.';

/** What the real product does, and what this simulator does beyond it. */
export function NearWay({ at, organizationId }: NearWayProps) {
  const isConversion = at === 'conversion';
  return (
    <SectionMessage
      tone={isConversion ? 'simulator' : 'info'}
      title={
        isConversion
          ? 'The real product has no such step'
          : `Role None does not make a portal-only account`
      }
      actions={<Link to={pathTo('account-types', { organizationId })}>{CHOOSE}</Link>}
    >
      <Stack gap="075">
        <p>{REAL}</p>
        <p>
          {isConversion
            ? 'The simulator goes the whole way: requests and memberships move to a new portal-only account.'
            : `The simulator can go the whole way: ${CONVERT}.`}
        </p>
      </Stack>
    </SectionMessage>
  );
}
