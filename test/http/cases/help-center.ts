import type { Arrange, Cases } from './case.ts';
import { missing, unauthorised } from './case.ts';
import { customerIn, DESTINATION } from './arrangements.ts';

const someone: Arrange<'help-center.view'> = (world) => {
  const { siteId, customerId } = customerIn(world, 'active');
  const { email } = world.read((tx) => tx.portalCustomers.get({ id: customerId }))!;
  return { params: { siteId }, query: { email } };
};

const revoking: Arrange<'help-center.compare'> = (world) => {
  const { siteId, customerId } = customerIn(world, 'active');
  return { params: { siteId }, body: { step: 'revoke', customerId } };
};

const NOWHERE = 'site_nowhere';
const NOBODY = 'qm:nobody:here';

export const helpCenterCases: Cases<'help-center.view' | 'help-center.compare'> = {
  'help-center.view': {
    answers: someone,
    refuses: {
      'not-found': missing('site', NOWHERE, {
        params: { siteId: NOWHERE },
        query: { email: 'ada@mail.example' },
      }),
      forbidden: unauthorised('portal-customers.view', someone),
    },
  },
  'help-center.compare': {
    answers: revoking,
    refuses: {
      'not-found': missing('customer', NOBODY, {
        params: { siteId: DESTINATION },
        body: { step: 'revoke', customerId: NOBODY },
      }),
      forbidden: unauthorised('portal-customers.view', revoking),
    },
  },
};
