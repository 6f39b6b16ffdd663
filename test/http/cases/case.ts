/* What the tests of the API know of each endpoint: how to get its answer, and every refusal it declares. */
import { expect } from 'vitest';
import type { Api } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import { WHO_MAY, type Action } from '#src/domain/permission.ts';
import type { Call, World } from '#test/support/world.ts';

/** Brings a fresh demo into the state that a call needs, and says what to send. */
export type Arrange<N extends RouteName> = (world: World) => Call<N> | Promise<Call<N>>;

/** A call that must be refused, and the facts that the refusal must carry. */
export type Refused<N extends RouteName> = {
  readonly call: Call<N>;
  readonly facts: Readonly<Record<string, unknown>>;
};

type EndpointCase<N extends RouteName> = {
  readonly answers: Arrange<N>;
  /** One for every problem that the contract declares: a missing one does not compile. */
  readonly refuses: {
    readonly [Code in Api[N]['problems'][number]]: (
      world: World,
    ) => Refused<N> | Promise<Refused<N>>;
  };
};

/** A case for each of some endpoints. */
export type Cases<N extends RouteName> = { readonly [Name in N]: EndpointCase<Name> };

/** A call that names a record which does not exist. */
export function missing<N extends RouteName>(what: string, id: string, call: Call<N>) {
  return (): Refused<N> => ({ call, facts: { what, id } });
}

/** The same call by a persona who may not make it in the centralized experience. */
export function unauthorised<N extends RouteName>(action: Action, arrange: Arrange<N>) {
  return async (world: World): Promise<Refused<N>> => {
    const call = await arrange(world);
    await world.get('workspace.set-persona', { body: { persona: 'site-admin' } });
    return {
      call,
      facts: {
        action,
        persona: 'site-admin',
        experience: 'centralized',
        allowed: [...WHO_MAY[action].centralized],
      },
    };
  };
}

/** The same call by a persona who may not administer servers, which belong to no organization. */
export function unauthorisedOnServers<N extends RouteName>(arrange: Arrange<N>) {
  return async (world: World): Promise<Refused<N>> => {
    const call = await arrange(world);
    await world.get('workspace.set-persona', { body: { persona: 'agent' } });
    const action = 'servers.manage';
    const allowed = [...WHO_MAY[action].centralized];
    return { call, facts: { action, persona: 'agent', experience: null, allowed } };
  };
}

/** Who changed a record last, and when, as far as the log tells. */
export const LAST_CHANGE = {
  by: expect.toSatisfy((by: unknown) => by === null || typeof by === 'string'),
  at: expect.toSatisfy((at: unknown) => at === null || typeof at === 'number'),
};

/** The same call for a version of the record that it never had. */
export function stale<N extends RouteName>(current: number, arrange: Arrange<N>) {
  return async (world: World): Promise<Refused<N>> => ({
    call: { ...(await arrange(world)), ifMatch: 99 },
    facts: { expected: 99, current, ...LAST_CHANGE },
  });
}
