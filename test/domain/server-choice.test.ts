import { describe, expect, test } from 'vitest';
import { customerChoices, exclusionOf, type ServerChoice } from '#src/domain/server-choice.ts';
import type { ServerPerson } from '#src/domain/server-people.ts';

const ASSOCIATED = { related: new Set(['related']), members: new Set(['member']) };

function exclusion(
  person: Partial<Pick<ServerPerson, 'row' | 'channel' | 'userKey'>>,
  choice: Partial<ServerChoice>,
) {
  return exclusionOf(
    { row: 'customer', channel: 'portal', userKey: 'ada', ...person },
    { flow: 'with-data', customers: 'all', users: 'all', ...choice },
    ASSOCIATED,
  );
}

function licensed(userKey: string, users: ServerChoice['users']) {
  return exclusion({ row: 'licensed', userKey, channel: null }, { users, customers: 'none' });
}

test('no customers can be chosen only without a service project (S4)', () => {
  expect(customerChoices('with-data', 0)).toEqual(['all', 'related', 'none']);
  expect(customerChoices('with-data', 1)).toEqual(['all', 'related']);
});

test('in advance, all customers are an option (S4)', () => {
  expect(customerChoices('in-advance', 0)).toEqual(['all', 'none']);
});

describe('customers', () => {
  test('all are those who ever created a request by portal or e-mail (S4)', () => {
    expect(exclusion({ channel: 'portal' }, {})).toBeNull();
    expect(exclusion({ channel: 'email' }, {})).toBeNull();
    expect(exclusion({ channel: null }, {})).toBe('never-raised-a-request');
  });

  test('related are those who raised a request or are referenced on one, no other (S4)', () => {
    const related = { customers: 'related' } as const;
    expect(exclusion({ userKey: 'related', channel: null }, related)).toBeNull();
    expect(exclusion({ channel: 'portal' }, related)).toBe('not-related');
  });

  test('none means none', () => {
    expect(exclusion({ userKey: 'related' }, { customers: 'none' })).toBe('no-customers');
  });
});

describe('users', () => {
  test('all of them come in advance (S4)', () => {
    expect(exclusion({ row: 'licensed' }, { flow: 'in-advance', customers: 'none' })).toBeNull();
  });

  test('with data all, those referenced, or also members of named groups (domain.md 7.1)', () => {
    expect(licensed('ada', 'all')).toBeNull();
    expect(licensed('related', 'related')).toBeNull();
    expect(licensed('member', 'related')).toBe('not-related');
    expect(licensed('member', 'related-and-members')).toBeNull();
    expect(licensed('ada', 'related-and-members')).toBe('not-related');
  });
});

test('former customers are a matter of the data and of no choice', () => {
  expect(exclusion({ row: 'former', channel: null }, { customers: 'none' })).toBeNull();
});
