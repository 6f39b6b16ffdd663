import { labels } from '#src/ui/labels.ts';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import styles from './copy-plans.module.css';
import type { PlanDraft } from './plan-draft.ts';
import { membershipLabel, userScopeLabel } from './plan-words.ts';

type UsersChoiceProps = {
  readonly source: string;
  readonly destination: string;
  readonly draft: PlanDraft;
  readonly onChange: (part: Partial<PlanDraft>) => void;
};

/** Which users come along, and whether they arrive in their groups (domain.md 6.2, USERS and COPYCONF). */
export function UsersChoice({ source, destination, draft, onChange }: UsersChoiceProps) {
  const isNobody = draft.users !== 'all' && draft.projectIds.length === 0;
  return (
    <>
      <div>
        <RadioGroup
          label={labels.usersAndGroups}
          value={draft.users}
          onChange={(users) => onChange({ users })}
          options={[
            {
              value: 'related',
              label: userScopeLabel('related'),
              description:
                'Users who take part in a request there or are named in fields, content, workflow or permissions of a selected service project. Their groups and the groups named there come along.',
            },
            {
              value: 'related-and-members',
              label: userScopeLabel('related-and-members'),
              description:
                'The same users, and also the other members of the groups that are named there.',
            },
            {
              value: 'all',
              label: userScopeLabel('all'),
              description: `Everyone with an Atlassian account on ${source} whose role is not Customer.`,
            },
          ]}
        />
        <div aria-live="polite">
          {isNobody && (
            <p className={styles['note']}>No service project is selected, so no user is copied.</p>
          )}
        </div>
      </div>
      <RadioGroup
        label={labels.groupMembership}
        value={draft.preserveGroupMembership ? 'kept' : 'separate'}
        onChange={(choice) => onChange({ preserveGroupMembership: choice === 'kept' })}
        options={[
          {
            value: 'kept',
            label: membershipLabel(true),
            description: `Users arrive in their groups. A group whose name exists on ${destination} is joined and gives its access at once; a new one waits for review.`,
          },
          {
            value: 'separate',
            label: membershipLabel(false),
            description: `Groups that ${destination} does not have arrive without members and wait for review. Nobody joins a group, gets a role or takes a licence until an administrator adds them.`,
          },
        ]}
      />
    </>
  );
}
