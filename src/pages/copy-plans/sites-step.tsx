import type { ServerPlanOptions } from '#src/contract/wire.ts';
import { Stack } from '#src/ui/layout.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { isMigration, wordsOf } from './flow-words.ts';
import type { DraftErrors, PlanDraft, SiteOption } from './plan-draft.ts';

export type StepProps = {
  readonly sites: readonly SiteOption[];
  /** The name of the source, as far as it is chosen. */
  readonly sourceName: string;
  /** Of a migration: what it can choose. */
  readonly options: ServerPlanOptions | undefined;
  readonly draft: PlanDraft;
  readonly errors: DraftErrors;
  readonly onChange: (part: Partial<PlanDraft>) => void;
};

type SitesStepProps = StepProps & {
  readonly onTyping: (isTyping: boolean) => void;
};

/** From where, to where, and what the plan is called. The server of a migration is where one stands. */
export function SitesStep({
  sites,
  sourceName,
  draft,
  errors,
  onChange,
  onTyping,
}: SitesStepProps) {
  const words = wordsOf(draft);
  const options = [
    { value: '', label: 'Select a site' },
    ...sites.map(({ id, name, organizationName }) => ({
      value: id,
      label: `${name} (${organizationName})`,
    })),
  ];
  return (
    <Stack gap="200">
      <p>
        {isMigration(draft)
          ? `Choose the cloud site that ${sourceName} migrates to. Only sites of organizations that you administer can be selected.`
          : 'Only sites of organizations that you administer can be selected.'}
      </p>
      {!isMigration(draft) && (
        <SelectField
          label="Source"
          isRequired
          value={draft.sourceId}
          error={errors.source}
          options={options}
          onChange={(sourceId) =>
            // The service projects that were selected belong to the source before.
            onChange(sourceId === draft.sourceId ? {} : { sourceId, projectIds: [] })
          }
        />
      )}
      <SelectField
        label="Destination"
        isRequired
        value={draft.destinationSiteId}
        error={errors.destination}
        options={options}
        onChange={(destinationSiteId) => onChange({ destinationSiteId })}
      />
      <TextField
        label={`${words.Plan} name`}
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
