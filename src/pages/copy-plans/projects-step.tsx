import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import { Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { isMigration } from './flow-words.ts';
import { ProjectPicker } from './project-picker.tsx';
import type { StepProps } from './sites-step.tsx';

/** Which service projects of the source come along; a plan may do without any. */
export function ProjectsStep({
  sourceName,
  options,
  draft,
  onChange,
}: Omit<StepProps, 'errors' | 'sites'>) {
  const ofServer = isMigration(draft);
  const ofSite = useQuery({
    ...directoryQueries.serviceProjects(draft.sourceId),
    enabled: !ofServer,
  });
  const projects = ofServer ? options?.projects : ofSite.data?.items;
  return (
    <Stack gap="200">
      <p>
        {ofServer
          ? 'Requests come along with the service projects that you select. A plan may do without any.'
          : 'Requests and customer organizations come along with the service projects that you select.'}
      </p>
      {projects ? (
        <ProjectPicker
          flow={draft.flow}
          projects={projects}
          sourceName={sourceName}
          selected={draft.projectIds}
          onChange={(projectIds) => onChange({ projectIds: [...projectIds] })}
        />
      ) : ofSite.error ? (
        <ProblemMessage error={ofSite.error} retry={ofSite.refetch} />
      ) : (
        <SkeletonLines count={4} />
      )}
    </Stack>
  );
}
