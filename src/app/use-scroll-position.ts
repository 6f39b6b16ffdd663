import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

/** A new screen begins at its top; Back returns to where one was. */
export function useScrollPosition(): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();
  const positions = useRef(new Map<string, number>());
  const shown = useRef(pathname);

  useEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  useLayoutEffect(() => {
    const seen = positions.current;
    const before = type === 'POP' ? seen.get(key) : undefined;
    if (before !== undefined) scrollTo(0, before);
    else if (shown.current !== pathname) scrollTo(0, 0);
    shown.current = pathname;

    const remember = () => seen.set(key, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [key, pathname, type]);
}
