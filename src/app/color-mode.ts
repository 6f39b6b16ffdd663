/* Light, dark, or what the system says; kept in this browser, applied to the document's element. */
import { useSyncExternalStore } from 'react';

export const colorModes = ['system', 'light', 'dark'] as const;

export type ColorMode = (typeof colorModes)[number];

const KEY = 'drydock-color-mode';
const listeners = new Set<() => void>();

function storedMode(): ColorMode {
  try {
    const stored = localStorage.getItem(KEY);
    return colorModes.find((mode) => mode === stored) ?? 'system';
  } catch {
    // A browser that refuses all storage throws at the first touch.
    return 'system';
  }
}

/** Applies the stored choice; call it before the first paint. */
export function applyColorMode(): ColorMode {
  const mode = storedMode();
  const { dataset } = document.documentElement;
  dataset['colorMode'] = mode === 'system' ? 'auto' : mode;
  dataset['theme'] = 'light:light dark:dark spacing:spacing typography:typography shape:shape';
  return mode;
}

function setColorMode(mode: ColorMode): void {
  try {
    localStorage.setItem(KEY, mode);
  } catch {
    document.documentElement.dataset['colorMode'] = mode === 'system' ? 'auto' : mode;
    return;
  }
  applyColorMode();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const onOtherTab = () => {
    applyColorMode();
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', onOtherTab);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onOtherTab);
  };
}

/** The choice in force, and how to make another. */
export function useColorMode(): [mode: ColorMode, set: (mode: ColorMode) => void] {
  return [useSyncExternalStore(subscribe, storedMode), setColorMode];
}
