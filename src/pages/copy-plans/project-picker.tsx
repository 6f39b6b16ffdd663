import { Checkbox, CheckboxGroup } from '#src/ui/checkbox.tsx';
import { count, countOf } from '#src/ui/count.ts';
import { Hint } from '#src/ui/layout.tsx';
import styles from './copy-plans.module.css';
import { isMigration, type PlanFlow } from './flow-words.ts';
import { PROJECTS, REQUESTS } from './plan-words.ts';

type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly requests: number;
  /** A server has none. */
  readonly customerOrganizations?: number;
};

const ORGANIZATIONS = { one: 'customer organization', other: 'customer organizations' };

type ProjectPickerProps = {
  readonly flow: PlanFlow;
  readonly projects: readonly Project[];
  readonly sourceName: string;
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
};

/** The source's service projects, each with what it brings along. */
export function ProjectPicker({
  flow,
  projects,
  sourceName,
  selected,
  onChange,
}: ProjectPickerProps) {
  const chosen = projects.filter(({ id }) => selected.includes(id));
  const requests = chosen.reduce((sum, project) => sum + project.requests, 0);
  const ofServer = isMigration({ flow });
  if (projects.length === 0) {
    return (
      <Hint>{`${sourceName} has no service projects, so only its users and customers can be ${ofServer ? 'migrated' : 'copied'}.`}</Hint>
    );
  }
  return (
    <div className={styles['picker']}>
      <CheckboxGroup label="Service projects">
        <Checkbox
          label={`All ${countOf(projects.length, PROJECTS)}`}
          isChecked={chosen.length === projects.length}
          isIndeterminate={chosen.length > 0 && chosen.length < projects.length}
          onChange={(isChecked) => onChange(isChecked ? projects.map(({ id }) => id) : [])}
        />
        <div className={styles['projects']}>
          {projects.map((project) => (
            <Checkbox
              key={project.id}
              label={`${project.name} (${project.key})`}
              description={broughtBy(project)}
              isChecked={selected.includes(project.id)}
              onChange={(isChecked) =>
                // In the order of the list, so that equal selections are equal.
                onChange(
                  projects
                    .filter(({ id }) => (id === project.id ? isChecked : selected.includes(id)))
                    .map(({ id }) => id),
                )
              }
            />
          ))}
        </div>
      </CheckboxGroup>
      <output className={styles['quiet']}>
        {chosen.length === 0
          ? ofServer
            ? 'No service project selected: no request is migrated.'
            : 'No service project selected: no request and no customer organization is copied.'
          : `${count(chosen.length)} of ${count(projects.length)} selected, with ${countOf(requests, REQUESTS)}.`}
      </output>
    </div>
  );
}

function broughtBy({ requests, customerOrganizations }: Project): string {
  const own = countOf(requests, REQUESTS);
  return customerOrganizations === undefined
    ? own
    : `${own}, ${countOf(customerOrganizations, ORGANIZATIONS)}`;
}
