/* After a copy the project has people whom nobody told: they need not be typed one by one. */
import { useQuery } from '@tanstack/react-query';
import { serviceProjectQueries } from '#src/client/service-projects.ts';
import { Button } from '#src/ui/button.tsx';
import { count, countOf } from '#src/ui/count.ts';
import { Inline } from '#src/ui/layout.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';

type FillInProps = {
  readonly place: { readonly siteId: string; readonly projectId: string };
  readonly most: number;
  readonly onFill: (emails: readonly string[]) => void;
};

/** Offers the addresses of people who were not added to the project yet and can use their account. */
export function FillIn({ place, most, onFill }: FillInProps) {
  const { data } = useQuery(
    serviceProjectQueries.customers(place, {
      projectRole: 'not-added',
      state: 'active',
      limit: most,
    }),
  );
  if (!data || data.total === 0) return null;
  const emails = data.items.map(({ email }) => email);
  return (
    <Inline>
      <Button appearance="link" onPress={() => onFill(emails)}>
        {data.total > most
          ? `Fill in the first ${count(most)} of ${countOf(data.total, PEOPLE)}`
          : `Fill in the ${countOf(data.total, PEOPLE)}`}
      </Button>
      <SimulatorMark />
    </Inline>
  );
}

const PEOPLE = {
  one: 'active person of this project who was not added yet',
  other: 'active people of this project who were not added yet',
};
