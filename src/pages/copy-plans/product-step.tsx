import { labels } from '#src/ui/labels.ts';
import { RadioGroup } from '#src/ui/radio-group.tsx';

/** What is copied is Jira: the only product that has customers (domain.md 6.2). */
export function ProductStep() {
  return (
    <RadioGroup
      label="Product"
      value="jira"
      onChange={() => undefined}
      options={[
        {
          value: 'jira',
          label: 'Jira',
          description: `Service projects of ${labels.jiraServiceManagement} with their requests, their customers and their customer organizations.`,
        },
      ]}
    />
  );
}
