import { count, countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { customerChoice } from './choice-words.ts';
import styles from './copy-plans.module.css';
import { isMigration } from './flow-words.ts';
import { PeopleTaken } from './people-taken.tsx';
import type { StepProps } from './sites-step.tsx';
import { UsersChoice } from './users-choice.tsx';

/** Which people come along, and what comes of groups and customer organizations (S2, S4; domain.md 6.2, 7.1). */
export function DataStep({ sites, sourceName, options, draft, errors, onChange }: StepProps) {
  const destination =
    sites.find(({ id }) => id === draft.destinationSiteId)?.name ?? 'the destination';
  const ends = { source: sourceName, destination };
  return (
    <Stack gap="300">
      <UsersChoice ends={ends} draft={draft} options={options} onChange={onChange} />
      <CustomersChoice
        options={options}
        draft={draft}
        errors={errors}
        onChange={onChange}
        ends={ends}
      />
      {!isMigration(draft) && <CustomerOrganizations projects={draft.projectIds.length} />}
      {options && options.former > 0 && <FormerCustomers former={options.former} />}
    </Stack>
  );
}

type CustomersChoiceProps = Omit<StepProps, 'sites' | 'sourceName'> & {
  readonly ends: { readonly source: string; readonly destination: string };
};

const OF_A_COPY = [{ choice: 'all' }, { choice: 'related' }] as const;

function CustomersChoice({ options, draft, errors, onChange, ends }: CustomersChoiceProps) {
  const { flow, projectIds } = draft;
  const offered: readonly {
    readonly choice: (typeof draft)['customers'];
    readonly people?: number;
  }[] = isMigration(draft) ? (options?.customers ?? []) : OF_A_COPY;
  const nobody = offered.find(({ choice }) => choice === 'all')?.people === 0;
  if (flow === 'in-advance' && nobody) {
    return (
      <fieldset className={styles['settled']}>
        <legend>Customers</legend>
        <Hint>{`Nobody on ${ends.source} ever raised a request by the portal or by e-mail.`}</Hint>
      </fieldset>
    );
  }
  // What the address asks for may not be offered any more: it stays in sight, with the reason.
  const isMissing = offered.length > 0 && !offered.some(({ choice }) => choice === draft.customers);
  return (
    <div>
      <RadioGroup
        label="Customers"
        value={isMissing ? null : draft.customers}
        error={errors.customers}
        onChange={(customers) => onChange({ customers })}
        options={offered.map(({ choice, people }) => {
          const { description, ...words } = customerChoice(flow, choice, ends);
          return {
            ...words,
            description: <PeopleTaken text={description} people={people} as="customer" />,
          };
        })}
      />
      {flow === 'with-data' && projectIds.length > 0 && (
        <p className={styles['note']}>
          {`${labels.noCustomers} is offered only without a service project: the requests of a project bring their customers.`}
        </p>
      )}
    </div>
  );
}

function CustomerOrganizations({ projects }: { readonly projects: number }) {
  return (
    <fieldset className={styles['settled']}>
      <legend>Customer organizations</legend>
      <Hint>
        {projects === 0
          ? 'None are copied: no service project is selected.'
          : `Only those related to the ${projects === 1 ? 'selected service project' : `${count(projects)} selected service projects`} are copied. There is nothing to choose.`}
      </Hint>
    </fieldset>
  );
}

/** S4, "Deleted or inactive customers". */
function FormerCustomers({ former }: { readonly former: number }) {
  return (
    <fieldset className={styles['settled']}>
      <legend>Deleted or inactive customers</legend>
      <Hint>
        {`${countOf(former, { one: 'former customer is', other: 'former customers are' })} named in the selected service projects. They appear as Former customer, which is no account: nobody can log in with it. There is nothing to choose.`}
      </Hint>
    </fieldset>
  );
}
