/* The states of a copy plan (domain.md 7.3), and a run as its phases. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyPhases } from '#src/domain/copy-phases.ts';
import { COPY_PLAN_STEPS, mayHappen, type CopyPlanEvent } from '#src/domain/copy-plan-steps.ts';
import type { CopyPlanState } from '#src/domain/copy-plan.ts';

const STATES: CopyPlanState[] = ['saved', 'running', 'finished', 'stopped', 'incomplete'];
const EVENTS: CopyPlanEvent[] = ['change', 'delete', 'run', 'finish', 'stop', 'fail'];

const LEGAL: Partial<Record<`${CopyPlanState} ${CopyPlanEvent}`, CopyPlanState | 'gone'>> = {
  'saved change': 'saved',
  'saved delete': 'gone',
  'saved run': 'running',
  'running finish': 'finished',
  'running stop': 'stopped',
  'running fail': 'incomplete',
};

test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
  'a copy plan that is %s meets %s as the state diagram says (domain.md 7.3)',
  (state, event) => {
    const next = LEGAL[`${state} ${event}`];
    expect(COPY_PLAN_STEPS[state][event]).toBe(next);
    expect(mayHappen(state, event)).toBe(next !== undefined);
  },
);

test('a stopped run cannot resume by any chain of events (domain.md 7.3)', () => {
  expect(EVENTS.filter((event) => mayHappen('stopped', event))).toEqual([]);
});

const extent = fc.record({ customers: fc.nat(30), projects: fc.nat(5), done: fc.nat(40) });
const ran = fc.constantFrom('running', 'finished', 'stopped', 'incomplete') as fc.Arbitrary<
  Exclude<CopyPlanState, 'saved'>
>;

test('the phases count every item once and go on one after the other', () => {
  fc.assert(
    fc.property(extent, ran, ({ customers, projects, done: any }, state) => {
      const items = customers + projects;
      const done = state === 'finished' ? items : Math.min(any, items);
      const phases = copyPhases(state, done, { customers, projects });
      const copied = phases.filter(({ id }) => id !== 'report');
      expect(copied.reduce((sum, phase) => sum + phase.done, 0)).toBe(done);
      expect(copied.reduce((sum, phase) => sum + phase.total, 0)).toBe(items);
      expect(phases.every(({ total }) => total > 0)).toBe(true);
      const states = phases.map((phase) => phase.state).join(' ');
      expect(states).toMatch(
        state === 'running' ? /^(done )*under-way( waiting)*$/ : /^(done )*(cut-off )*done$/,
      );
      if (state === 'finished') expect(states).not.toContain('cut-off');
    }),
  );
});
