/*
 * Flags: short messages at the bottom left about what just happened. The region that shows them is
 * loaded with the first one.
 */
import { createContext, lazy, type ReactNode, useContext, useMemo, useState } from 'react';
import { LatePart } from './late-part.tsx';

const FlagRegion = lazy(async () => ({ default: (await import('./flag-region.tsx')).FlagRegion }));

export type FlagAction = {
  readonly label: string;
  readonly to?: string;
  readonly onPress?: () => void;
};

export type Flag = {
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly description?: string | undefined;
  readonly actions?: readonly FlagAction[] | undefined;
};

type Receiver = (flag: Flag) => void;

/** Keeps flags until the region is there to show them. */
export class FlagInbox {
  #waiting: Flag[] = [];
  #receiver: Receiver | null = null;

  push(flag: Flag): void {
    if (this.#receiver) this.#receiver(flag);
    else this.#waiting.push(flag);
  }

  /** The answer disconnects. */
  connect(receiver: Receiver): () => void {
    this.#receiver = receiver;
    for (const flag of this.#waiting.splice(0)) receiver(flag);
    return () => {
      this.#receiver = null;
    };
  }
}

type Flags = {
  /** Shows a flag. Without actions, and unless it tells of an error, it goes by itself. */
  readonly show: (flag: Flag) => void;
  /** Shows what a step threw, in the catalogue's words. */
  readonly showProblem: (error: unknown) => void;
};

const FlagContext = createContext<Flags | null>(null);

/** Shows flags to everything below it, whatever screen they come from. */
export function FlagProvider({ children }: { readonly children: ReactNode }) {
  const [inbox] = useState(() => new FlagInbox());
  const [isUsed, setIsUsed] = useState(false);
  const flags = useMemo<Flags>(() => {
    function show(flag: Flag) {
      setIsUsed(true);
      inbox.push(flag);
    }
    async function showProblem(error: unknown) {
      const { problemText } = await import('./problem-text.ts');
      show({ tone: 'error', ...problemText(error) });
    }
    return { show, showProblem: (error) => void showProblem(error) };
  }, [inbox]);
  return (
    <FlagContext value={flags}>
      {children}
      {isUsed && (
        <LatePart>
          <FlagRegion inbox={inbox} />
        </LatePart>
      )}
    </FlagContext>
  );
}

/** Where a screen shows flags. */
export function useFlags(): Flags {
  const flags = useContext(FlagContext);
  if (!flags) throw new Error('useFlags needs a FlagProvider above it');
  return flags;
}
