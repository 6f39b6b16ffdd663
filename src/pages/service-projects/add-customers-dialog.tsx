/* "Add customers": what each address would get, then the step itself, with a result for each. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useAddProjectCustomers } from '#src/client/service-projects.ts';
import { workspaceQueries } from '#src/client/workspace.ts';
import type { ProjectNewcomer } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { separated } from '#src/ui/separated.ts';
import { TextArea } from '#src/ui/text-area.tsx';
import { AdmissionPreview } from './admission-preview.tsx';
import { AdmissionTable } from './admission-table.tsx';
import { admissionsText, toldText } from './admission-words.ts';
import { FillIn } from './fill-in.tsx';

type AddCustomersDialogProps = {
  readonly siteId: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

/** As many as one request takes. */
const MOST = 100;

/** Several addresses at once; each is decided by itself. */
export function AddCustomersDialog({ siteId, project, onClose }: AddCustomersDialogProps) {
  const place = { siteId, projectId: project.id };
  const [text, setText] = useState('');
  const add = useAddProjectCustomers(place);
  const { data: workspace } = useQuery(workspaceQueries.get());
  // Strict mode: the real product says beforehand neither who lacks the role nor what each would get.
  const hasExtras = workspace?.strict === false;
  const emails = separated(text);
  const isTooMany = emails.length > MOST;
  const results = add.data?.results;
  const title = `${labels.addCustomers} to ${project.name}`;

  if (results) {
    return (
      <ConfirmDialog
        title={title}
        width="large"
        cancelLabel="Close"
        confirmLabel="Add more"
        onConfirm={() => {
          setText('');
          add.reset();
        }}
        onClose={onClose}
      >
        <Results results={results} />
      </ConfirmDialog>
    );
  }

  return (
    <ConfirmDialog
      title={title}
      width="large"
      confirmLabel={labels.addCustomers}
      isBusy={add.isPending}
      isConfirmDisabled={emails.length === 0 || isTooMany}
      error={add.error}
      onConfirm={() => add.mutate(emails)}
      onClose={onClose}
    >
      <Stack gap="200">
        <TextArea
          label="E-mail addresses"
          hint={`One a line or separated by commas, at most ${MOST}. The site’s customer access settings decide which account a newcomer gets.`}
          error={
            isTooMany
              ? `These are ${emails.length} addresses; at most ${MOST} go at once`
              : undefined
          }
          value={text}
          onChange={setText}
        />
        {hasExtras && emails.length === 0 && (
          <FillIn place={place} most={MOST} onFill={(all) => setText(all.join('\n'))} />
        )}
        {hasExtras && !isTooMany && !add.isPending && (
          <AdmissionPreview place={place} emails={emails} />
        )}
      </Stack>
    </ConfirmDialog>
  );
}

function Results({ results }: { readonly results: readonly ProjectNewcomer[] }) {
  const isAllRefused = results.every(({ outcome }) => outcome === 'refused');
  return (
    <Stack gap="200">
      <div role="alert">
        <SectionMessage
          tone={isAllRefused ? 'warning' : 'success'}
          title={admissionsText(results, 'done')}
          actions={<Link to={pathTo('mailbox')}>Open the simulated mailbox</Link>}
        >
          {toldText(results, 'done')}
        </SectionMessage>
      </div>
      <AdmissionTable caption="Result of each address" tense="done" newcomers={results} />
    </Stack>
  );
}
