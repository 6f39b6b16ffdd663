import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { ProjectPicker } from './project-picker.tsx';
import type { StepProps } from './sites-step.tsx';

/** Which service projects and which customers are copied (S2, "Copy customers"). */
export function DataStep({ sites, draft, errors, onChange }: StepProps) {
  const projects = useQuery(directoryQueries.serviceProjects(draft.sourceSiteId));
  const source = sites.find(({ id }) => id === draft.sourceSiteId)?.name ?? 'the source';
  return (
    <Stack gap="300">
      {projects.data ? (
        <ProjectPicker
          projects={projects.data.items}
          sourceName={source}
          selected={draft.projectIds}
          error={errors.projects}
          onChange={(projectIds) => onChange({ projectIds: [...projectIds] })}
        />
      ) : projects.error ? (
        <ProblemMessage error={projects.error} retry={projects.refetch} />
      ) : (
        <SkeletonLines count={4} />
      )}
      <RadioGroup
        label="Customers"
        value={draft.customers}
        onChange={(customers) => onChange({ customers })}
        options={[
          {
            value: 'all',
            label: labels.allCustomers,
            description: `Everyone on ${source}: active customers, inactive ones as inactive, and the content of deleted ones under ${labels.formerUser}.`,
          },
          {
            value: 'related',
            label: labels.relatedCustomers,
            description:
              'Those who reported a request there, take part in one, or belong to a customer organization of a selected service project.',
          },
        ]}
      />
    </Stack>
  );
}
