import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { facing, type Fact } from '#src/ui/conflict-fields.ts';
import { labels } from '#src/ui/labels.ts';
import { SavingProblem } from '#src/ui/saving-problem.tsx';
import { isMigration, wordsOf } from './flow-words.ts';
import { draftOf, type PlanDraft, type SiteOption } from './plan-draft.ts';
import { membershipLabel, PLAN_STATES, scopeLabel, userScopeLabel } from './plan-words.ts';

type Named = { readonly id: string; readonly name: string };

type PlanConflictProps = {
  readonly error: unknown;
  readonly draft: PlanDraft;
  /** As it is now; undefined for a plan that was not saved yet. */
  readonly saved: CopyPlan | undefined;
  readonly sites: readonly SiteOption[];
  /** Service projects to choose from on a server. */
  readonly projects: readonly Named[] | undefined;
  readonly onKeep: () => void;
  readonly onTake: () => void;
};

/** Why a plan could not be saved; what somebody else made of it stands beside what was entered. */
export function PlanConflict(props: PlanConflictProps) {
  const { error, draft, saved, sites, projects, onKeep, onTake } = props;
  const ofSite = useQuery({
    ...directoryQueries.serviceProjects(draft.sourceId),
    enabled: !isMigration(draft) && draft.sourceId !== '',
  });
  const names = new Map(
    [...sites, ...(saved?.projects ?? []), ...(projects ?? ofSite.data?.items ?? [])].map(
      ({ id, name }) => [id, name],
    ),
  );
  if (saved) names.set(saved.source.id, saved.source.name);
  const facts = (of: PlanDraft) => factsOf(of, (id) => names.get(id) ?? id);
  const fields = saved ? facing(facts(draft), facts(draftOf(saved))) : [];
  return <SavingProblem error={error} fields={fields} onKeep={onKeep} onTake={onTake} />;
}

function factsOf(draft: PlanDraft, nameOf: (id: string) => string): readonly Fact[] {
  const { flow, customers, users, preserveGroupMembership } = draft;
  return [
    { label: 'Name', value: draft.name.trim() },
    {
      label: wordsOf(draft).source === 'site' ? 'Source' : 'Server',
      value: nameOf(draft.sourceId),
    },
    { label: 'Destination', value: nameOf(draft.destinationSiteId) },
    { label: 'Service projects', value: draft.projectIds.map(nameOf).toSorted().join(', ') },
    { label: 'Customers', value: scopeLabel(customers, flow) },
    { label: labels.usersAndGroups, value: userScopeLabel(users) },
    { label: labels.groupMembership, value: membershipLabel(preserveGroupMembership, flow) },
  ];
}

/** What somebody else can change of a plan, in words; for comparing then and now. */
export function planFacts(plan: CopyPlan): readonly Fact[] {
  const names = new Map(
    [plan.source, plan.destination, ...plan.projects].map(({ id, name }) => [id, name]),
  );
  const status = { label: labels.status, value: PLAN_STATES[plan.state].label };
  return [status, ...factsOf(draftOf(plan), (id) => names.get(id) ?? id)];
}
