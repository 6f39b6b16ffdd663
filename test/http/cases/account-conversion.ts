import type { AccountId, SiteId } from '#src/domain/ids.ts';
import type { World } from '#test/support/world.ts';
import { DESTINATION, ORIGINAL } from './arrangements.ts';
import { missing, stale, unauthorised, type Arrange, type Cases } from './case.ts';

/** The first account on a site whose reasons against a conversion are these. */
async function accountBarredBy(
  world: World,
  bars: readonly string[],
  siteId: SiteId = DESTINATION,
): Promise<{ readonly siteId: SiteId; readonly accountId: AccountId }> {
  for (const { account } of world.read((tx) => tx.queries.accountsOn(siteId))) {
    const params = { siteId, accountId: account.id };
    const plan = await world.get('accounts.conversion', { params });
    if (plan.bars.length === bars.length && bars.every((bar) => plan.bars.includes(bar as never))) {
      return params;
    }
  }
  throw new Error(`Nobody on ${siteId} is barred by exactly: ${bars.join(', ') || 'nothing'}`);
}

const convertible: Arrange<'accounts.conversion' | 'accounts.convert'> = async (world) => ({
  params: await accountBarredBy(world, []),
});

/** An account of another organization only. */
async function stranger(world: World) {
  const { accountId } = await accountBarredBy(world, [], ORIGINAL);
  return {
    call: { params: { siteId: DESTINATION, accountId } },
    facts: { what: 'account', id: accountId },
  };
}

export const accountConversionCases: Cases<'accounts.conversion' | 'accounts.convert'> = {
  'accounts.conversion': {
    answers: convertible,
    refuses: {
      'not-found': stranger,
      forbidden: unauthorised('directory.view', convertible),
    },
  },
  'accounts.convert': {
    answers: convertible,
    refuses: {
      'not-found': missing('account', '712020:none', {
        params: { siteId: DESTINATION, accountId: '712020:none' },
      }),
      forbidden: unauthorised('directory.convert', convertible),
      'strict-mode': async (world) => {
        const call = await convertible(world);
        await world.get('workspace.set-strict', { body: { strict: true } });
        return { call, facts: { feature: 'convert-to-portal-only' } };
      },
      'account.not-convertible': async (world) => ({
        call: { params: await accountBarredBy(world, ['other-site-access']) },
        facts: { reasons: ['other-site-access'] },
      }),
      'version-conflict': stale(1, convertible),
    },
  },
};
