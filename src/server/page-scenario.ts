/*
 * `?scenario=<name>` opens a scenario once. The name leaves the address at once, or a reload would
 * undo what was done since; until the scenario is open it survives a reload in the session.
 */
const KEY = 'scenario';

/** The scenario that this address asks for, and what to call when it is open. */
export function takeScenario(): { readonly name: string | null; readonly applied: () => void } {
  const url = new URL(location.href);
  const named = url.searchParams.get(KEY);
  if (named !== null) {
    url.searchParams.delete(KEY);
    history.replaceState(history.state, '', url);
    withSession((session) => session.setItem(KEY, named));
  }
  return {
    name: named ?? withSession((session) => session.getItem(KEY)) ?? null,
    applied: () => withSession((session) => session.removeItem(KEY)),
  };
}

/** A browser that refuses all storage throws at the first touch; then a reload forgets. */
function withSession<T>(touch: (session: Storage) => T): T | undefined {
  try {
    return touch(sessionStorage);
  } catch {
    return undefined;
  }
}
