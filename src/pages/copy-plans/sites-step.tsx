import { Stack } from '#src/ui/layout.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import type { DraftErrors, PlanDraft, SiteOption } from './plan-draft.ts';

export type StepProps = {
  readonly sites: readonly SiteOption[];
  readonly draft: PlanDraft;
  readonly errors: DraftErrors;
  readonly onChange: (part: Partial<PlanDraft>) => void;
};

type SitesStepProps = StepProps & {
  readonly onTyping: (isTyping: boolean) => void;
};

/** From where, to where, and what the plan is called. */
export function SitesStep({ sites, draft, errors, onChange, onTyping }: SitesStepProps) {
  const options = [
    { value: '', label: 'Select a site' },
    ...sites.map(({ id, name, organizationName }) => ({
      value: id,
      label: `${name} (${organizationName})`,
    })),
  ];
  return (
    <Stack gap="200">
      <p>Only sites of organizations that you administer can be selected.</p>
      <SelectField
        label="Source"
        isRequired
        value={draft.sourceSiteId}
        error={errors.source}
        options={options}
        onChange={(sourceSiteId) =>
          // The service projects that were selected belong to the source before.
          onChange(sourceSiteId === draft.sourceSiteId ? {} : { sourceSiteId, projectIds: [] })
        }
      />
      <SelectField
        label="Destination"
        isRequired
        value={draft.destinationSiteId}
        error={errors.destination}
        options={options}
        onChange={(destinationSiteId) => onChange({ destinationSiteId })}
      />
      <TextField
        label="Copy plan name"
        isRequired
        maxLength={120}
        value={draft.name}
        error={errors.name}
        hint="You find the plan and its report under this name later."
        onBlur={() => onTyping(false)}
        onChange={(name) => {
          onTyping(true);
          onChange({ name });
        }}
      />
    </Stack>
  );
}
