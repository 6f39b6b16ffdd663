import { describe, expect, test } from 'vitest';
import { mapHeadings, recogniseFormat } from '#src/domain/export-format.ts';
import { suggestMapping } from '#src/domain/import-mapping.ts';
import { roleOfGroupName, roleOf, standingOf } from '#src/domain/import-vocabulary.ts';

const USERS = 'User id,User name,email,User status,Added to org,Org role'.split(',');

describe('formats are recognised by their headings (atlassian-api.md section 6)', () => {
  test.each([
    ['F1', USERS.join(','), 'users'],
    ['F1 in another order and case', 'EMAIL,user NAME,User id, user status ', 'users'],
    [
      'F2',
      'group_name,username,full_name,email,active,created,Last active in Jira,Jira',
      'users-by-group-2021',
    ],
    [
      'F3',
      'group_name,username,full_name,email,active,last_login,last_session,Jira Service Desk,Jira Core',
      'users-by-group-older',
    ],
    ['F5', '\uFEFFusername,full_name,email,active,last_login', 'portal-customers'],
    ['F5 with what is sure only', 'email,username', 'portal-customers'],
  ])('%s', (_, headings, format) => {
    expect(recogniseFormat(headings.split(','), [])?.format).toBe(format);
  });

  test.each(['email', 'Customer e-mail,Name', 'username,full_name', ''])('not %j', (headings) => {
    expect(recogniseFormat(headings.split(','), [])).toBeNull();
  });

  test('a list of other usernames with the headings of F5 is left to the user', () => {
    const headings = ['username', 'email'];
    expect(recogniseFormat(headings, [['ada', 'ada@mail.example']])).toBeNull();
    expect(
      recogniseFormat(headings, [
        ['ada', 'ada@mail.example'],
        ['qm:1:2', 'bob@mail.example'],
      ])?.kind,
    ).toBe('portal-only');
  });
});

/** What the columns beside the fixed ones mean. */
function map(...more: string[]) {
  return mapHeadings('users', [...USERS, ...more], 'harbor').slice(6);
}

describe('columns of an export of users', () => {
  test('the fixed ones', () => {
    expect(mapHeadings('users', USERS, 'harbor')).toEqual([
      'account-id',
      'name',
      'email',
      'status',
      'created',
      'ignore',
    ]);
  });

  test('product columns of the chosen site count, those of other sites and apps do not', () => {
    expect(
      map(
        'Last seen in Jira Service Management - harbor',
        'Jira Service Management - Harbor',
        'Last seen in Jira Service Management - pier',
        'Jira Service Management - pier',
        'Jira - harbor',
        'Last seen in Confluence - harbor',
      ),
    ).toEqual(['last-seen', 'product-role', 'ignore', 'ignore', 'ignore', 'ignore']);
  });

  test('where the chosen site has none, those of the service management there are count', () => {
    expect(
      map(
        'Jira Service Desk - a-b - c',
        'Last seen in Jira Service Management - pier',
        'Jira - pier',
      ),
    ).toEqual(['product-role', 'last-seen', 'ignore']);
  });

  test.each(['Group name', 'Groups', 'Group 1', 'Group name 2', 'Group membership'])(
    '%s is a group',
    (heading) => {
      expect(map(heading)).toEqual(['group']);
    },
  );

  test('the columns of the older exports', () => {
    const headings =
      'group_name,username,full_name,email,active,created,Last active in Jira,Jira Core';
    expect(mapHeadings('users-by-group-2021', headings.split(','), 'harbor')).toEqual([
      'group',
      'account-id',
      'name',
      'email',
      'active',
      'created',
      'last-seen',
      'ignore',
    ]);
  });

  test('of two columns of one meaning the first counts', () => {
    expect(mapHeadings('portal-customers', ['email', 'username', 'Email'], 'harbor')).toEqual([
      'email',
      'account-id',
      'ignore',
    ]);
  });
});

describe('a mapping is suggested', () => {
  test('by headings', () => {
    const headings = ['Contact', 'Primary E-Mail', 'Is active?', 'Last login', 'User ID', 'Notes'];
    expect(suggestMapping(headings, [])).toEqual([
      'name',
      'email',
      'active',
      'last-seen',
      'account-id',
      'ignore',
    ]);
  });

  test('by what the first row holds where there are no headings', () => {
    const row = [
      'qm:1:2',
      'Ada',
      'ada@mail.example',
      'Yes',
      '19 Nov 2021',
      '',
      'ada@other.example',
    ];
    expect(suggestMapping([], [row])).toEqual([
      'account-id',
      'name',
      'email',
      'active',
      'last-seen',
      'ignore',
      'ignore',
    ]);
  });
});

describe('words of the files', () => {
  test.each([
    ['Yes', 'active'],
    ['enabled', 'active'],
    ['No', 'suspended'],
    ['disabled', 'suspended'],
    ['Suspended', 'suspended'],
    ['Deactivated', 'deactivated'],
    ['maybe', null],
  ])('status %s is %s', (word, standing) => {
    expect(standingOf(word)).toBe(standing);
  });

  test.each([
    ['Customer', 'customer'],
    ['User', 'agent'],
    ['User (agent)', 'agent'],
    ['Agent', 'agent'],
    ['', 'none'],
    ['None', 'none'],
    ['No access', 'none'],
    ['Wizard', null],
  ])('product access %j is %s', (word, role) => {
    expect(roleOf(word)).toBe(role);
  });

  test.each([
    ['jira-servicemanagement-customers-harbor', 'customer'],
    ['jira-servicedesk-customers', 'customer'],
    ['jira-servicemanagement-users-harbor', 'agent'],
    ['jira-servicedesk-users', 'agent'],
    ['jira-software-users', 'none'],
    ['my-jira-servicedesk-users', 'none'],
  ])('group %s confers %s (domain.md 1.3)', (name, role) => {
    expect(roleOfGroupName(name)).toBe(role);
  });
});
