/*
 * The console offers each persona exactly what the one table allows, in both experiences: a control
 * is open where `WHO_MAY` lets the persona in, and closed everywhere else.
 */
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PERSONAS, WHO_MAY, type Action, type Persona } from '#src/domain/permission.ts';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';

const PLACES = [
  { experience: 'centralized', organizationId: 'organization_harbor', siteId: 'site_harbor' },
  { experience: 'original', organizationId: 'organization_fjord', siteId: 'site_fjord-care' },
] as const;

type Place = (typeof PLACES)[number];

const OF_CUSTOMERS: Readonly<Record<string, Action>> = {
  'Edit full name': 'portal-customers.edit',
  'Change password': 'portal-customers.edit',
  'Migrate to Atlassian account': 'portal-customers.migrate',
  'Revoke access': 'portal-customers.change-access',
  'Delete account': 'portal-customers.delete',
};

const OF_GROUPS: Readonly<Record<string, Action>> = {
  'Add member': 'groups.manage-members',
  'Update default group setting': 'groups.change-default',
};

function as(persona: Persona) {
  return (world: World) => world.get('workspace.set-persona', { body: { persona } });
}

/** Which of these a persona may take there. */
function openFor(
  actions: Readonly<Record<string, Action>>,
  persona: Persona,
  { experience }: Place,
) {
  return Object.keys(actions).filter((label) =>
    WHO_MAY[actions[label]!][experience].includes(persona),
  );
}

function openAmong(controls: readonly HTMLElement[], actions: Readonly<Record<string, Action>>) {
  return Object.keys(actions).filter((label) => {
    const control = controls.find(({ textContent }) => textContent?.startsWith(label));
    expect(control, label).toBeDefined();
    return control!.getAttribute('aria-disabled') !== 'true';
  });
}

async function expectNoAccess() {
  expect((await screen.findAllByText("You don't have access to this")).length).toBeGreaterThan(0);
}

describe.each(PLACES)('in the $experience experience', (place) => {
  const { organizationId, siteId, experience } = place;

  test.each(PERSONAS)('a customer’s menu for %s', async (persona) => {
    const { user } = await renderConsole(`${pathTo('portal-customers', { siteId })}?state=active`, {
      before: as(persona),
    });
    if (!WHO_MAY['portal-customers.view'][experience].includes(persona)) {
      await expectNoAccess();
      return;
    }
    const [first] = await screen.findAllByRole('button', { name: /^More actions for/ });
    await user.click(first!);
    const items = within(await screen.findByRole('menu')).getAllByRole('menuitem');
    expect(openAmong(items, OF_CUSTOMERS)).toEqual(openFor(OF_CUSTOMERS, persona, place));
  });

  test.each(PERSONAS)('a group’s buttons for %s', async (persona) => {
    const groupId = `${siteId.replace('site', 'group')}-customers`;
    await renderConsole(pathTo('group', { siteId, groupId }), { before: as(persona) });
    if (!WHO_MAY['directory.view'][experience].includes(persona)) {
      await expectNoAccess();
      return;
    }
    await screen.findByRole('button', { name: 'Add member' });
    const buttons = screen.getAllByRole('button');
    expect(openAmong(buttons, OF_GROUPS)).toEqual(openFor(OF_GROUPS, persona, place));
  });

  test.each(PERSONAS)('inviting users and adding customers for %s', async (persona) => {
    const users =
      experience === 'centralized'
        ? pathTo('directory-users', { organizationId })
        : pathTo('site-users', { siteId });
    const { unmount } = await renderConsole(users, { before: as(persona) });
    if (WHO_MAY['directory.view'][experience].includes(persona)) {
      const invite = await screen.findByRole('button', { name: 'Invite users' });
      await waitFor(() =>
        expect(invite.getAttribute('aria-disabled') !== 'true').toBe(
          WHO_MAY['directory.invite'][experience].includes(persona),
        ),
      );
    } else {
      await expectNoAccess();
    }
    unmount();

    await renderConsole(pathTo('customer-access', { siteId }), { before: as(persona) });
    const add = await screen.findByRole('button', { name: 'Add customers' });
    expect(add.getAttribute('aria-disabled') !== 'true').toBe(
      WHO_MAY['customers.invite'][experience].includes(persona),
    );
  });
});
