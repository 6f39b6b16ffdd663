/*
 * The simulator's own controls, apart from the imitated screens and in a colour of their own: a bar
 * that is always there, and a drawer above it that is loaded when it is opened.
 */
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { workspaceQueries } from '#src/client/workspace.ts';
import { Icon } from '#src/ui/icon.tsx';
import { LatePart } from '#src/ui/late-part.tsx';
import { prefetch } from '#src/ui/missing-code.ts';
import { ClockControls } from './clock-controls.tsx';
import { PersonaSelect } from './persona-select.tsx';
import styles from './simulator-bar.module.css';

const loadDrawer = () => import('./simulator-drawer.tsx');
const SimulatorDrawer = lazy(async () => ({ default: (await loadDrawer()).SimulatorDrawer }));

/** The docked panel at the bottom edge. */
export function SimulatorBar() {
  const { data: workspace, dataUpdatedAt } = useQuery(workspaceQueries.get());
  // Open at the address where it was opened: going somewhere else closes it.
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  const scenario = workspace?.scenarios.find(({ name }) => name === workspace.scenario);

  return (
    <section className={styles['panel']} aria-label="Simulator">
      {isOpen && workspace && (
        <LatePart>
          <SimulatorDrawer workspace={workspace} />
        </LatePart>
      )}
      <div className={styles['bar']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          onPointerEnter={() => prefetch(loadDrawer)}
          onFocus={() => prefetch(loadDrawer)}
          onClick={() => setOpenAt(isOpen ? null : pathname)}
        >
          <Icon name="flask" />
          <span>Simulator</span>
          {scenario && <span className={styles['scenario']}>{scenario.title}</span>}
          <span className={styles[isOpen ? 'opened' : 'closed']}>
            <Icon name="chevron-down" />
          </span>
        </button>
        {workspace && (
          <>
            <ClockControls workspace={workspace} readAt={dataUpdatedAt} />
            <PersonaSelect persona={workspace.persona} />
          </>
        )}
      </div>
    </section>
  );
}
