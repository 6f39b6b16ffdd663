/* The audit log speaks of a migration where a server was migrated from, and of a copy otherwise. */
import { expect, test } from 'vitest';
import { auditActionLabel, auditChangeLabel } from '#src/ui/audit-words.ts';

test.each([
  ['copy-plan.created', 'Copy plan created', 'Migration created'],
  ['copy-plan.finished', 'Copy plan finished', 'Migration from a server finished'],
  ['copy-plan.customer-copied', 'Customer copied', 'Person migrated from a server'],
  ['copy-plan.project-copied', 'Service project copied', 'Service project migrated'],
] as const)('%s is called “%s”, and of a server “%s”', (action, ofCopy, ofMigration) => {
  expect(auditChangeLabel({ action, facts: {} })).toBe(ofCopy);
  expect(auditChangeLabel({ action, facts: { flow: 'in-advance' } })).toBe(ofMigration);
  expect(auditActionLabel(action)).toBe(`${ofCopy} / ${ofMigration}`);
});

test('any other change keeps its words', () => {
  const action = 'portal-customer.access-revoked';
  expect(auditChangeLabel({ action, facts: { flow: 'in-advance' } })).toBe('Access revoked');
  expect(auditActionLabel(action)).toBe('Access revoked');
});
