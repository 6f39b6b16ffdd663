/* What adding would come to: the step itself, tried out in the backend and taken back. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { serviceProjectQueries } from '#src/client/service-projects.ts';
import { Hint, Inline, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { useSettled } from '#src/ui/use-settled.ts';
import { AdmissionTable } from './admission-table.tsx';
import { admissionsText, toldText } from './admission-words.ts';

type AdmissionPreviewProps = {
  readonly place: { readonly siteId: string; readonly projectId: string };
  readonly emails: readonly string[];
};

/** Every address with what it would get, and who would be told. */
export function AdmissionPreview({ place, emails }: AdmissionPreviewProps) {
  const written = emails.join(' ');
  const settled = useSettled(written);
  const { data, error, refetch } = useQuery({
    ...serviceProjectQueries.admission(place, settled.split(' ')),
    enabled: settled !== '' && written !== '',
    placeholderData: keepPreviousData,
  });
  if (written === '') return null;
  if (error) return <ProblemMessage error={error} retry={refetch} />;
  if (!data) return null;
  return (
    <Stack gap="100">
      <Inline wrap={false}>
        <Hint>{`${admissionsText(data.results, 'coming')}. ${toldText(data.results, 'coming')}`}</Hint>
        <SimulatorMark />
      </Inline>
      <AdmissionTable
        caption="What each address would get"
        tense="coming"
        newcomers={data.results}
      />
    </Stack>
  );
}
