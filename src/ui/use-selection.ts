/* Rows chosen in a list, kept from page to page as long as the list asks the same question. */
import { useState } from 'react';

/** What `RecordTable` needs to show checkboxes. */
export type RowSelection<Row> = {
  /** "Select Ada Lovelace" */
  readonly label: (row: Row) => string;
  readonly has: (key: string) => boolean;
  /** Chooses rows of the page, or takes them out. */
  readonly set: (keys: readonly string[], isSelected: boolean) => void;
  /** Where all that match can be chosen at once: in a table of all rows that is the heading's box. */
  readonly all?: {
    readonly isChosen: boolean;
    readonly isAnyChosen: boolean;
    readonly set: (isChosen: boolean) => void;
  };
};

type Chosen = {
  readonly question: string;
  readonly keys: ReadonlySet<string>;
  /** All that match, also on other pages and without their keys being known. */
  readonly isAll: boolean;
};

export type Selection = Pick<Chosen, 'keys' | 'isAll'> & {
  readonly has: (key: string) => boolean;
  /** `pageKeys` are the rows on screen: with all chosen, taking one out leaves the rest of these. */
  readonly set: (keys: readonly string[], isSelected: boolean, pageKeys: readonly string[]) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
};

const NOTHING: ReadonlySet<string> = new Set();

/** `question` is what the list asks for: with another one nothing is chosen any more. */
export function useSelection(question: string): Selection {
  const [chosen, setChosen] = useState<Chosen>({ question, keys: NOTHING, isAll: false });
  const isCurrent = chosen.question === question;
  const keys = isCurrent ? chosen.keys : NOTHING;
  const isAll = isCurrent && chosen.isAll;

  return {
    keys,
    isAll,
    has: (key) => isAll || keys.has(key),
    set(changed, isSelected, pageKeys) {
      const next = new Set(isAll ? pageKeys : keys);
      for (const key of changed) {
        if (isSelected) next.add(key);
        else next.delete(key);
      }
      setChosen({ question, keys: next, isAll: false });
    },
    selectAll: () => setChosen({ question, keys: NOTHING, isAll: true }),
    clear: () => setChosen({ question, keys: NOTHING, isAll: false }),
  };
}
