import { useAssess } from '#src/client/server-assessment.ts';
import type { ServerAssessment } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { handFocusOn } from '#src/ui/hand-focus-on.ts';
import { formatInstant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Hint, Stack } from '#src/ui/layout.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { USERS } from './assessment-words.ts';
import { fixLabel, type Found } from './fix-words.ts';
import { PEOPLE_LIST, togglesOf } from './people-list-params.ts';
import styles from './server-assessment.module.css';

type FoundProblemsProps = { readonly view: ServerAssessment; readonly found: Found };

/** The two tiles of an assessment, how fresh they are, and what is done about each. */
export function FoundProblems({ view, found }: FoundProblemsProps) {
  const list = useListParams(PEOPLE_LIST);
  const assessing = useAssess(view.server.id);
  const flags = useFlags();
  const { problem } = list.filters;

  function assess() {
    assessing.mutate(undefined, {
      onSuccess: () => flags.show({ tone: 'success', title: 'The users are assessed again' }),
      onError: flags.showProblem,
    });
  }

  const again = (
    <span ref={handFocusOn}>
      <Button isBusy={assessing.isPending} iconBefore="refresh" onPress={assess}>
        Assess again
      </Button>
    </span>
  );
  return (
    <Card title="What was found" actions={!found.isStale && again}>
      <Stack gap="200">
        {found.isStale && (
          <SectionMessage
            tone="warning"
            title="The users of the server have changed since"
            actions={again}
          >
            Counts and people below are those of today. A file that was downloaded or uploaded
            before may lack users.
          </SectionMessage>
        )}
        <div className={styles['tiles']}>
          <StatTiles
            label="Problems with addresses"
            items={[
              {
                id: 'invalid',
                label: labels.invalidEmailAddresses,
                count: found.invalidUsers,
                tone: 'attention',
              },
              {
                id: 'duplicated',
                label: labels.duplicatedEmailAccounts,
                count: found.duplicatedAddresses,
                tone: 'attention',
              },
            ]}
            selected={problem === 'everybody' ? undefined : problem}
            onSelect={(id) => togglesOf(list).problem(id)}
          />
        </div>
        <DefinitionList
          items={[
            { term: 'Fix if invalid', value: fixLabel('invalid', found.fixes) },
            { term: 'Fix if duplicated', value: fixLabel('duplicated', found.fixes) },
          ]}
        />
        <Hint>
          {`${countOf(found.people, USERS)} and customers of active directories, assessed on ${formatInstant(found.assessedAt, 'date-time')}. The first tile counts users, the second one addresses: ${countOf(found.duplicatedUsers, USERS)} share them. An address that is both counts as invalid.`}
        </Hint>
      </Stack>
    </Card>
  );
}
