/* *Fix or customize users*: what becomes of users whose addresses are a problem (domain.md 7.5). */
import { Navigate } from 'react-router-dom';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { AssessmentFrame } from './assessment-frame.tsx';
import { FixesForm } from './fixes-form.tsx';

/** The fixes of the server that the address names; without an assessment there is nothing to fix. */
export function FixesPage() {
  return (
    <AssessmentFrame
      isBelow
      title={labels.fixOrCustomizeUsers}
      description="Choose what becomes of users with invalid or duplicated addresses. The server keeps its users as they are: what you choose is applied to what arrives, when a migration runs."
    >
      {({ server, running, found }) =>
        found ? (
          <FixesForm key={server.id} server={server} running={running} found={found} />
        ) : (
          <Navigate replace to={pathTo('server-assessment', { serverId: server.id })} />
        )
      }
    </AssessmentFrame>
  );
}
