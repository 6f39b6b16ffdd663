import { listDuplicates, type DuplicateView } from '#src/application/duplicates.ts';
import type { Duplicate } from '#src/contract/wire.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentActions, presentPage } from '../present.ts';

/** The endpoint of addresses with both account types. */
export const duplicateHandlers: Handlers<'duplicates.list'> = {
  'duplicates.list': transaction((tx, { params, query }, context) => {
    const page = listDuplicates(tx, { ...query, ...params }, context);
    return page.ok ? ok(presentPage(page.value, presentDuplicate)) : page;
  }),
};

function presentDuplicate({ customer, account, ...view }: DuplicateView): Duplicate {
  const { state: customerState } = customer;
  if (customerState === 'migrated' || customerState === 'deleted') {
    throw new Error(`${customer.id} is ${customerState} and no half of a duplicate`);
  }
  return {
    email: customer.email,
    name: customer.name,
    customerId: customer.id,
    customerState,
    customerVersion: customer.version,
    accountId: account.id,
    accountName: account.name,
    accountState: view.state,
    accountVersion: account.version,
    role: view.role,
    requestsHidden: view.requestsHidden,
    symptoms: [...view.symptoms],
    cure: [...view.cure],
    actions: presentActions(view.actions),
  };
}
