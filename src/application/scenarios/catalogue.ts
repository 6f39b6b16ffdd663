/* The scenarios that a workspace can be opened with. */
import type { Instant } from '../../domain/clock.ts';
import type { Tx } from '../ports.ts';
import { SCENARIO_START } from './calendar.ts';
import { seedDemo } from './demo.ts';
import { seedServer } from './server.ts';
import { seedSites } from './sites.ts';

export type Scenario = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /**
   * Fills an empty store. The data are the same on every machine; only the clock's wall side,
   * `wallNow`, differs.
   */
  seed(tx: Tx, wallNow: Instant): void;
};

/** Simulated milliseconds per wall millisecond at the start: a minute passes in a second. */
const START_SPEED = 60;

/** Every scenario; the first is what a newcomer sees. */
export const scenarios: readonly Scenario[] = [
  scenario(
    'demo',
    'Demo',
    'Two organizations, three sites, a Jira server and several hundred customers, in every situation that copying and migrating can meet.',
    seedDemo,
  ),
  scenario(
    'blank',
    'Blank',
    'The same organizations, sites, server and service projects without anybody in them, for your own exports.',
    (tx) => {
      seedSites(tx);
      seedServer(tx);
    },
  ),
];

/** The scenario of that name, if there is one. */
export function scenarioByName(name: string): Scenario | undefined {
  return scenarios.find((candidate) => candidate.name === name);
}

function scenario(
  name: string,
  title: string,
  description: string,
  fill: (tx: Tx) => void,
): Scenario {
  return {
    name,
    title,
    description,
    seed(tx, wallNow) {
      tx.workspace.put({
        id: 'workspace',
        scenario: name,
        clock: { simulatedAt: SCENARIO_START, wallAt: wallNow, speed: START_SPEED },
        persona: 'organization-admin',
        strict: false,
        change: 0,
      });
      fill(tx);
      tx.auditEntries.put({
        id: `audit_scenario-${name}`,
        at: SCENARIO_START,
        actor: 'simulator',
        action: 'workspace.reset',
        organizationId: null,
        siteId: null,
        subjectId: 'workspace',
        facts: { scenario: name },
        before: null,
        after: null,
      });
    },
  };
}
