/*
 * *Assess and prepare your users*: which e-mail addresses of a server would block a migration, and
 * what becomes of those users by the fixes that were chosen (domain.md 7.5).
 */
import { useAssess } from '#src/client/server-assessment.ts';
import type { ServerAssessment } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { handFocusOn } from '#src/ui/hand-focus-on.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { AssessedPeople } from './assessed-people.tsx';
import { AssessmentFrame } from './assessment-frame.tsx';
import { FoundProblems } from './found-problems.tsx';
import { WhatArrives } from './what-arrives.tsx';

/** The assessment of the server that the address names. */
export function AssessmentPage() {
  return (
    <AssessmentFrame
      title={labels.assessAndPrepare}
      description="Find the e-mail addresses that would block a migration, and choose what becomes of these users. Nothing is changed on the server: fixes are applied to what arrives, when a migration runs."
      actions={fixLink}
    >
      {(view) => (view.found ? <Assessed view={view} found={view.found} /> : <Begin view={view} />)}
    </AssessmentFrame>
  );
}

/** Once there is something to fix. */
function fixLink({ found, server }: ServerAssessment) {
  return (
    found && (
      <LinkButton appearance="primary" to={pathTo('server-fixes', { serverId: server.id })}>
        {labels.fixOrCustomizeUsers}
      </LinkButton>
    )
  );
}

type AssessedProps = {
  readonly view: ServerAssessment;
  readonly found: NonNullable<ServerAssessment['found']>;
};

function Assessed({ view, found }: AssessedProps) {
  return (
    <Stack gap="300">
      <FoundProblems view={view} found={found} />
      <WhatArrives found={found} />
      <AssessedPeople server={view.server} found={found} />
    </Stack>
  );
}

/** Before the first assessment. */
function Begin({ view }: { readonly view: ServerAssessment }) {
  const assessing = useAssess(view.server.id);
  const flags = useFlags();
  return (
    <Card>
      <EmptyState
        image="people"
        title={`The users of ${view.server.name} were not assessed yet`}
        description="All users and customers of active directories are looked at: whether their address is one that a cloud account can have, and whether different users share one. The same user name in two directories counts once. Addresses are not compared with those on a site."
        action={
          <span ref={handFocusOn}>
            <Button
              appearance="primary"
              isBusy={assessing.isPending}
              onPress={() => assessing.mutate(undefined, { onError: flags.showProblem })}
            >
              {labels.beginAssessing}
            </Button>
          </span>
        }
      />
    </Card>
  );
}
