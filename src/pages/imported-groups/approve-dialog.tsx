/* Asked once more where approving takes licences or hands out administration. */
import type { ReactNode } from 'react';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { AccessEffect } from './access-effect.tsx';
import { ACCESS_NAMES, LICENCES, MEMBERS, type AccessDetail } from './review-words.ts';

type ApproveDialogProps = {
  readonly group: ImportedGroupDetail;
  readonly requested: AccessDetail;
  readonly siteName: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly refusal: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Says what approving hands out before it does. */
export function ApproveDialog(props: ApproveDialogProps) {
  const { group, requested, siteName, isBusy, error, refusal, onConfirm, onClose } = props;
  return (
    <ConfirmDialog
      title={`${labels.approve} ${ACCESS_NAMES[requested.access].toLowerCase()}`}
      confirmLabel={labels.approve}
      isBusy={isBusy}
      error={error}
      refusal={refusal}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <p>{consequence(props)}</p>
        <AccessEffect group={group} requested={requested} siteName={siteName} />
      </Stack>
    </ConfirmDialog>
  );
}

function consequence({ group, requested, siteName }: ApproveDialogProps): string {
  const { access, effect } = requested;
  if (access === 'admin') {
    return `${countOf(effect.membersGaining, MEMBERS)} of ${group.name} ${effect.membersGaining === 1 ? 'becomes administrator' : 'become administrators'} of ${labels.jiraServiceManagement} on ${siteName} at once.`;
  }
  const { used, limit } = group.licences;
  const total = limit === null ? '' : ` of ${count(limit)}`;
  return `${group.name} takes ${countOf(effect.licencesAdded, LICENCES)} on ${siteName} at once: ${count(used)}${total} in use now, ${count(used + effect.licencesAdded)} afterwards.`;
}
