/* What both screens of this area stand in: where they are, and that the real product has no such page. */
import type { ReactNode } from 'react';
import { Page } from '#src/ui/page.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { pathToLoading, type NamedPlace } from './import-place.ts';

type ImportsFrameProps = {
  readonly place: NamedPlace;
  readonly title: string;
  /** Whether the page lies under the list of what can be loaded. */
  readonly isBelow?: boolean;
  readonly width?: 'wide' | 'narrow';
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page of the simulator about loading files into one site or server. */
export function ImportsFrame({ place, isBelow = false, ...page }: ImportsFrameProps) {
  const breadcrumbs = isBelow
    ? [...place.way, { label: 'Load exports', to: pathToLoading(place) }]
    : place.way;
  return <Page breadcrumbs={breadcrumbs} mark={<SimulatorMark />} {...page} />;
}
