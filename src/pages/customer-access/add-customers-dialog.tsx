/* "Add customers": what each address would get, then the invitations, each with its own result. */
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useInviteCustomers } from '#src/client/customer-access.ts';
import type { Newcomer } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { separated } from '#src/ui/separated.ts';
import { TextArea } from '#src/ui/text-area.tsx';
import { useSettled } from '#src/ui/use-settled.ts';
import { NewcomerTable } from './newcomer-table.tsx';
import { outcomesText } from './outcomes-text.ts';
import { useNewcomers } from './use-newcomers.ts';

type AddCustomersDialogProps = { readonly siteId: string; readonly onClose: () => void };

/** As many as one request takes. */
const MOST = 100;

/** Several addresses at once; each is decided by itself. */
export function AddCustomersDialog({ siteId, onClose }: AddCustomersDialogProps) {
  const [text, setText] = useState('');
  const invite = useInviteCustomers(siteId);
  const emails = separated(text);
  const settled = separated(useSettled(text));
  const isTooMany = emails.length > MOST;
  const preview = useNewcomers(siteId, isTooMany || invite.isPending ? [] : settled);
  const results = invite.data?.results;

  if (results) {
    return (
      <ConfirmDialog
        title={labels.addCustomers}
        width="large"
        cancelLabel="Close"
        confirmLabel="Add more"
        onConfirm={() => {
          setText('');
          invite.reset();
        }}
        onClose={onClose}
      >
        <Results results={results} />
      </ConfirmDialog>
    );
  }

  return (
    <ConfirmDialog
      title={labels.addCustomers}
      width="large"
      confirmLabel={labels.addCustomers}
      isBusy={invite.isPending}
      isConfirmDisabled={emails.length === 0 || isTooMany}
      error={invite.error}
      onConfirm={() => invite.mutate(emails)}
      onClose={onClose}
    >
      <Stack gap="200">
        <TextArea
          label="E-mail addresses"
          hint={`Separated by commas or on lines of their own, at most ${MOST}.`}
          error={
            isTooMany
              ? `These are ${emails.length} addresses; at most ${MOST} go at once`
              : undefined
          }
          value={text}
          onChange={setText}
        />
        {preview.length > 0 && (
          <NewcomerTable caption="What each address would get" newcomers={preview} />
        )}
      </Stack>
    </ConfirmDialog>
  );
}

function Results({ results }: { readonly results: readonly Newcomer[] }) {
  const isAllRefused = results.every(({ outcome }) => outcome === 'refused');
  return (
    <Stack gap="200">
      <div role="alert">
        <SectionMessage
          tone={isAllRefused ? 'warning' : 'success'}
          title={outcomesText(results)}
          actions={!isAllRefused && <Link to={pathTo('mailbox')}>Open the simulated mailbox</Link>}
        >
          {!isAllRefused && 'New customers receive a message.'}
        </SectionMessage>
      </div>
      <NewcomerTable caption="Result of each address" newcomers={results} />
    </Stack>
  );
}
