import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { getResponse } from 'msw/utils/get-response';
import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { helpCenterQueries, type Step } from '#src/client/help-center.ts';
import { configureTransport } from '#src/client/http.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { createHandlers } from '#src/server/page-handlers.ts';
import { BeforeAfter } from '#src/ui/before-after.tsx';
import { openWorld, type World } from '#test/support/world.ts';

const siteId = 'site_harbor';

function Dialog({ step }: { readonly step: Step }) {
  return <BeforeAfter query={useQuery(helpCenterQueries.compare(siteId, step))} />;
}

async function draw(stepIn: (world: World) => Step, before?: (world: World) => Promise<unknown>) {
  const world = await openWorld('demo');
  await before?.(world);
  const handlers = createHandlers((request) => world.backend.handle(request));
  configureTransport(async (request) => (await getResponse(handlers, request)) ?? Response.error());
  const step = stepIn(world);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <Dialog step={step} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return { world, step };
}

function customerOf(world: World, email: string): string {
  return world.read((tx) => tx.portalCustomers.first({ siteId, email }))!.id;
}

/** Both cells of a row. */
function cellsOf(heading: string): readonly string[] {
  const row = screen.getByRole('row', { name: new RegExp(`^${heading}`) });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent ?? '');
}

test('the panel shows both sides of a step, and the requests that it opens', async () => {
  const { world, step } = await draw((w) => ({
    step: 'migrate',
    customerId: customerOf(w, 'adebayo.akinwale@northmill.example'),
  }));
  await screen.findByRole('table', { name: 'Before and after this step' });
  const { before, after, gained } = await world.get('help-center.compare', {
    params: { siteId },
    body: step,
  });
  expect(gained.length).toBeGreaterThan(3);
  expect(cellsOf('Requests that open')).toEqual([
    `${before.requestsOpen} of ${before.requestsTotal}`,
    `${after.requestsOpen} of ${after.requestsTotal}`,
  ]);
  expect(cellsOf('Account')).toEqual([
    'Portal-only (active), Atlassian account (Customer)',
    'Portal-only (inactive), Atlassian account (Customer)',
  ]);
  expect(screen.getByText(`${gained.length} requests can be opened from then on`)).toBeTruthy();
  expect(screen.getByText(gained[0]!.summary)).toBeTruthy();
  expect(screen.getByText(`and ${gained.length - 3} more`)).toBeTruthy();
});

test('a step that the persona may not take says who may, and changes nothing', async () => {
  await draw(
    (w) => ({ step: 'migrate', customerId: customerOf(w, 'empfang@klinik.example') }),
    (w) => w.get('workspace.set-persona', { body: { persona: 'user-access-admin' } }),
  );
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
  expect(screen.getByText(/organization admin/)).toBeTruthy();
  const [before, after] = cellsOf('Log-in');
  expect(after).toBe(before);
});

test('a person who is gone is a failure with the way on', async () => {
  await draw(() => ({ step: 'revoke', customerId: 'qm:nobody:here' }));
  expect(await screen.findByText("We couldn't find that")).toBeTruthy();
});
