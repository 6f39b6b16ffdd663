import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import styles from './copy-plans.module.css';
import type { StepProps } from './sites-step.tsx';
import { UsersChoice } from './users-choice.tsx';

/** Which people are copied, and what comes of groups and customer organizations (S2; domain.md 6.2). */
export function DataStep({ sites, draft, errors, onChange }: StepProps) {
  const nameOf = (id: string, none: string) => sites.find((site) => site.id === id)?.name ?? none;
  const source = nameOf(draft.sourceSiteId, 'the source');
  const destination = nameOf(draft.destinationSiteId, 'the destination');
  const projects = draft.projectIds.length;
  return (
    <Stack gap="300">
      <UsersChoice source={source} destination={destination} draft={draft} onChange={onChange} />
      <RadioGroup
        label="Customers"
        value={draft.customers}
        error={errors.customers}
        onChange={(customers) => onChange({ customers })}
        options={[
          {
            value: 'all',
            label: labels.allCustomers,
            description: `Everyone on ${source} with a portal-only account or the Customer role: active customers, inactive ones as inactive, and the content of deleted ones under ${labels.formerUser}.`,
          },
          {
            value: 'related',
            label: labels.relatedCustomers,
            description:
              'Those who reported a request there or take part in one, belong to a customer organization of a selected service project, or are named in its fields, content, workflow or permissions.',
          },
        ]}
      />
      <fieldset className={styles['settled']}>
        <legend>Customer organizations</legend>
        <Hint>
          {projects === 0
            ? 'None are copied: no service project is selected.'
            : `Only those related to the ${projects === 1 ? 'selected service project' : `${count(projects)} selected service projects`} are copied. There is nothing to choose.`}
        </Hint>
      </fieldset>
    </Stack>
  );
}
