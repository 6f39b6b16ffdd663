import type { PortalCustomer } from '#src/contract/wire.ts';

type Failure = NonNullable<PortalCustomer['failure']>;

const FAILURES: Readonly<Record<Failure, string>> = {
  'account-deactivated':
    'The Atlassian account with this e-mail address is deactivated and cannot take over. Nothing was moved.',
  'unexpected-fault':
    'Something went wrong in the simulated backend. Nothing was moved, and the customer can be migrated again.',
};

/** Why a migration ended without effect. */
export function failureText(failure: Failure): string {
  return FAILURES[failure];
}

/** Whether a recorded value is a reason that has words. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === 'string' && Object.hasOwn(FAILURES, value);
}
