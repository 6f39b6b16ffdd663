import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { Link, MemoryRouter, Route, Routes, useLocation, useNavigate } from 'react-router-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useListParams } from '#src/ui/use-list-params.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function renderParams(search = '') {
  return renderHook(
    () => ({
      list: useListParams({
        filters: { state: ['active', 'revoked'] },
        sorts: ['name', 'email'],
        defaultSort: 'name',
        openKey: 'customer',
      }),
      address: useLocation().search,
      navigate: useNavigate(),
    }),
    {
      wrapper: ({ children }) => (
        <MemoryRouter initialEntries={[`/${search}`]}>{children}</MemoryRouter>
      ),
    },
  );
}

test('the address decides the list', () => {
  const { result } = renderParams('?search=ada&state=revoked&sort=-email&page=3&customer=x');
  expect(result.current.list).toMatchObject({
    search: 'ada',
    searchText: 'ada',
    filters: { state: 'revoked' },
    sort: { by: 'email', direction: 'descending' },
    page: 3,
    offset: 50,
    openId: 'x',
    isNarrowed: true,
  });
});

test('what the list does not know is ignored', () => {
  const { result } = renderParams('?state=asleep&sort=shoe-size&page=-4');
  expect(result.current.list).toMatchObject({
    filters: {},
    sort: { by: 'name', direction: 'ascending' },
    page: 1,
    isNarrowed: false,
  });
});

test('typing shows at once and reaches the address once, when it pauses', () => {
  const { result } = renderParams('?page=2');
  for (const text of ['a', 'ad', 'ada']) act(() => result.current.list.setSearchText(text));
  expect(result.current.list.searchText).toBe('ada');
  expect(result.current.address).toBe('?page=2');

  act(() => vi.advanceTimersByTime(250));
  expect(result.current.address).toBe('?search=ada');
});

test('sorting twice by the same column turns the direction; the default is not written', () => {
  const { result } = renderParams('?page=2');
  act(() => result.current.list.toggleSort('name'));
  expect(result.current.address).toBe('?sort=-name');
  act(() => result.current.list.toggleSort('name'));
  expect(result.current.address).toBe('');
});

test('clearing ends search and filters and keeps the order', () => {
  const { result } = renderParams('?search=ada&state=active&sort=email&page=2');
  act(() => result.current.list.setSearchText('adab'));
  act(() => result.current.list.clear());
  act(() => vi.advanceTimersByTime(1000));
  expect(result.current.address).toBe('?sort=email');
  expect(result.current.list.searchText).toBe('');
});

test('a page and an open row are steps back, a filter is not', () => {
  const { result } = renderParams();
  act(() => result.current.list.setFilter('state', 'active'));
  act(() => result.current.list.setPage(2));
  act(() => result.current.list.open('x'));
  expect(result.current.address).toBe('?state=active&page=2&customer=x');

  act(() => void result.current.navigate(-1));
  expect(result.current.address).toBe('?state=active&page=2');
  act(() => void result.current.navigate(-1));
  expect(result.current.address).toBe('?state=active');
});

test('several changes in one go all reach the address', () => {
  const { result } = renderParams();
  act(() => {
    result.current.list.setFilter('state', 'active');
    result.current.list.toggleSort('email');
  });
  expect(result.current.address).toBe('?state=active&sort=email');
});

/** A list whose row leads to a screen that takes its time to load. */
function List() {
  const list = useListParams();
  return (
    <>
      <input
        aria-label="Search"
        value={list.searchText}
        onChange={(event) => list.setSearchText(event.target.value)}
      />
      <Link to="/customer">Ada</Link>
    </>
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

const Customer = lazy(
  () =>
    new Promise<{ default: () => React.ReactNode }>((resolve) =>
      setTimeout(() => resolve({ default: () => <h1>Ada’s requests</h1> }), 1000),
    ),
);

test('who follows a row right after typing arrives there, however long the screen takes to load', async () => {
  render(
    <MemoryRouter initialEntries={['/list']}>
      <Suspense>
        <Routes>
          <Route path="/list" element={<List />} />
          <Route path="/customer" element={<Customer />} />
        </Routes>
      </Suspense>
      <Address />
    </MemoryRouter>,
  );
  const field = screen.getByLabelText('Search');
  act(() => field.focus());
  fireEvent.change(field, { target: { value: 'ada' } });
  const link = screen.getByRole('link', { name: 'Ada' });
  act(() => link.focus());
  fireEvent.click(link);
  await act(() => vi.advanceTimersByTimeAsync(500));
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(screen.getByRole('heading', { name: 'Ada’s requests' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('/customer');
});
