import { convertToPortalOnly, conversionPlan } from '#src/application/account-conversion.ts';
import type { ConversionPlan } from '#src/application/conversion-plan.ts';
import type { ResponseOf } from '#src/contract/api.ts';
import { countsAsPortalOnly } from '#src/domain/portal-customer.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';

/** Endpoints of Convert to portal-only account (simulator extra; S3). */
export const accountConversionHandlers: Handlers<'accounts.conversion' | 'accounts.convert'> = {
  'accounts.conversion': transaction((tx, { params }, context) => {
    const plan = conversionPlan(tx, params, context);
    return plan.ok ? ok(presentConversion(plan.value)) : plan;
  }),
  'accounts.convert': transaction((tx, { params, ifMatch }, context) => {
    const customer = convertToPortalOnly(tx, { ...params, expectedVersion: ifMatch }, context);
    return customer.ok ? ok({ customerId: customer.value.id }) : customer;
  }),
};

function presentConversion(plan: ConversionPlan): ResponseOf<'accounts.conversion'> {
  const { account, role, profile } = plan.facts;
  return {
    accountId: account.id,
    email: account.email,
    name: account.name,
    version: account.version,
    site: plan.place.site,
    organization: plan.place.organization,
    bars: [...plan.bars],
    domain: plan.domain,
    notAllowedBecause: plan.notAllowedBecause,
    otherSites: [...plan.otherSites],
    agentGroups: [...plan.agentGroups],
    existing: existingOf(profile),
    state: plan.state,
    role,
    requestsMoved: plan.reported.length,
    requestsParticipatingMoved: plan.participating.length,
    customerOrganizationsMoved: [...plan.customerOrganizations],
    requestsElsewhere: plan.requestsElsewhere,
    groupsLeft: plan.groups.map(({ name }) => name),
    replacesInactive: plan.replacesInactive,
    messageTo: plan.needsPassword ? account.email : null,
    access: plan.access,
  };
}

function existingOf(
  profile: ConversionPlan['facts']['profile'],
): ResponseOf<'accounts.conversion'>['existing'] {
  if (!profile || !countsAsPortalOnly(profile)) return null;
  const { id: customerId, state } = profile;
  return state === 'migrated' || state === 'deleted' ? null : { customerId, state };
}
