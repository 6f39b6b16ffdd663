import {
  changeCustomerAccess,
  getCustomerAccess,
  type CustomerAccessView,
} from '#src/application/customer-access-settings.ts';
import { inviteCustomers, previewNewcomer, signUp } from '#src/application/newcomers.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentActions } from '../present.ts';

/** Endpoints of customer access and of newcomers. */
export const customerAccessHandlers: Handlers<
  | 'customer-access.get'
  | 'customer-access.update'
  | 'customer-access.newcomer'
  | 'customers.invite'
  | 'customers.sign-up'
> = {
  'customer-access.get': transaction((tx, { params }, context) => {
    const settings = getCustomerAccess(tx, params.siteId, context);
    return settings.ok ? ok(presentSettings(settings.value)) : settings;
  }),
  'customer-access.update': transaction((tx, { params, body, ifMatch }, context) => {
    const input = { ...body, siteId: params.siteId, expectedVersion: ifMatch };
    const settings = changeCustomerAccess(tx, input, context);
    return settings.ok ? ok(presentSettings(settings.value)) : settings;
  }),
  'customer-access.newcomer': transaction((tx, { params, query }, context) =>
    previewNewcomer(tx, { ...params, ...query }, context),
  ),
  'customers.invite': transaction((tx, { params, body }, context) => {
    const results = inviteCustomers(tx, { ...params, ...body }, context);
    return results.ok ? ok({ results: [...results.value] }) : results;
  }),
  'customers.sign-up': transaction((tx, { params, body }, context) =>
    signUp(tx, { ...params, ...body }, context),
  ),
};

function presentSettings(settings: CustomerAccessView) {
  return {
    ...settings,
    approvedDomains: [...settings.approvedDomains],
    portalOnlyDomains: [...settings.portalOnlyDomains],
    actions: presentActions(settings.actions),
  };
}
