import type { CopyPlan } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import { planPath } from '#src/ui/plan-path.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { RowMenu } from '#src/ui/row-menu.tsx';
import { editPath } from './plan-draft.ts';

type PlanActionsProps = {
  readonly plan: CopyPlan;
  readonly organizationId: string;
  readonly onDelete: () => void;
  readonly onStop: () => void;
};

/** What can be done with a plan in the list: look at it, change or delete it before its run, stop it during the run. */
export function PlanActions({ plan, organizationId, onDelete, onStop }: PlanActionsProps) {
  const ran = plan.state === 'saved' ? undefined : 'The plan has run';
  const notAllowed = whyNot(plan.actions.manage);
  const reason = ran ?? notAllowed;
  const blocked = { isDisabled: reason !== undefined, reason };
  return (
    <Inline gap="150" justify="end" wrap={false}>
      <LinkButton
        isCompact
        appearance="link"
        to={planPath({ organizationId }, plan.id)}
        aria-label={`${labels.viewDetails} of ${plan.name}`}
      >
        {labels.viewDetails}
      </LinkButton>
      <RowMenu
        name={plan.name}
        items={[
          ...(plan.state === 'running'
            ? [
                {
                  id: 'stop',
                  label: 'Stop',
                  icon: 'close',
                  onSelect: onStop,
                  isDisabled: notAllowed !== undefined,
                  reason: notAllowed,
                } as const,
              ]
            : []),
          {
            id: 'edit',
            label: 'Edit',
            icon: 'edit',
            to: editPath({ organizationId }, plan.id),
            ...blocked,
          },
          {
            id: 'delete',
            label: 'Delete',
            icon: 'delete',
            isDanger: true,
            onSelect: onDelete,
            ...blocked,
          },
        ]}
      />
    </Inline>
  );
}
