import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import { Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { ProjectPicker } from './project-picker.tsx';
import type { StepProps } from './sites-step.tsx';

/** Which service projects of the source are copied; a plan may do without any. */
export function ProjectsStep({ sites, draft, onChange }: Omit<StepProps, 'errors'>) {
  const projects = useQuery(directoryQueries.serviceProjects(draft.sourceSiteId));
  const source = sites.find(({ id }) => id === draft.sourceSiteId)?.name ?? 'The source';
  return (
    <Stack gap="200">
      <p>
        Requests and customer organizations come along with the service projects that you select.
      </p>
      {projects.data ? (
        <ProjectPicker
          projects={projects.data.items}
          sourceName={source}
          selected={draft.projectIds}
          onChange={(projectIds) => onChange({ projectIds: [...projectIds] })}
        />
      ) : projects.error ? (
        <ProblemMessage error={projects.error} retry={projects.refetch} />
      ) : (
        <SkeletonLines count={4} />
      )}
    </Stack>
  );
}
