import { type RefObject, useLayoutEffect } from 'react';

const PROPERTY = '--simulator-drawer-height';

/** Lets stylesheets know how much of the window the open drawer takes: flags stay above it. */
export function useDrawerHeight(drawer: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    function measure() {
      style.setProperty(PROPERTY, `${drawer.current?.offsetHeight ?? 0}px`);
    }
    measure();
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('resize', measure);
      style.removeProperty(PROPERTY);
    };
  }, [drawer]);
}
