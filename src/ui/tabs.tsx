/* Tabs whose state the page keeps, mostly in the address. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { count } from './count.ts';
import { searchKeys } from './paths.ts';
import styles from './tabs.module.css';

type TabItem<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
};

type TabsProps<Id extends string> = {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** The selected tab's panel. */
  readonly children: ReactNode;
};

const STEPS: Readonly<Record<string, (index: number, length: number) => number>> = {
  ArrowRight: (index, length) => (index + 1) % length,
  ArrowLeft: (index, length) => (index - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/** Tabs by the book: one tab stop, arrow keys choose, the panel names its tab. */
export function Tabs<Id extends string>({
  label,
  items,
  selected,
  onSelect,
  children,
}: TabsProps<Id>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    // From the tab with the focus: the selected one may lag behind quick presses.
    const next = step(
      tabs.findIndex((tab) => tab === event.target),
      items.length,
    );
    const item = items[next];
    if (!item) return;
    onSelect(item.id);
    tabs[next]?.focus();
  }

  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs inside take the focus */}
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className={styles['list']}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-${item.id}`}
            aria-selected={item.id === selected}
            aria-controls={item.id === selected ? `${id}-panel` : undefined}
            tabIndex={item.id === selected ? 0 : -1}
            className={styles['tab']}
            onClick={() => onSelect(item.id)}
          >
            {item.label}
            {item.count !== undefined && (
              <span className={styles['count']}>{count(item.count)}</span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        className={styles['panel']}
      >
        {children}
      </div>
    </div>
  );
}

/** The open tab in the address (`?tab=`); the first one when it names none of them. */
export function useTabParam<Id extends string>(
  ids: readonly [Id, ...Id[]],
): [selected: Id, select: (id: Id) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get(searchKeys.tab);
  const selected = ids.find((id) => id === asked) ?? ids[0];

  function select(id: Id) {
    // A tab has a list of its own: the search and page of the one left behind do not apply.
    setParams(id === ids[0] ? {} : { [searchKeys.tab]: id }, { replace: true });
  }

  return [selected, select];
}
