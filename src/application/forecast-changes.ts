/* What the data that changed since a forecast was shown has changed in it. */
import type { CopyOutcome } from '../domain/copy-plan.ts';
import { changesBetween, type Change } from '../domain/forecast-changes.ts';
import type { CopyForecast } from './copy-forecast.ts';
import type { GroupForecast } from './copy-forecast-groups.ts';
import type { OrganizationForecast, ProjectForecast } from './copy-forecast-places.ts';

/** Where a person stands in a forecast. */
export type PersonStanding = Pick<
  CopyOutcome,
  | 'emailKey'
  | 'email'
  | 'name'
  | 'action'
  | 'afterHolding'
  | 'attention'
  | 'canOpenBefore'
  | 'canOpenAfter'
  | 'arriving'
  | 'losing'
>;

type Figures = {
  readonly customers: number;
  readonly requests: number;
  readonly conflicts: number;
  readonly attention: number;
  readonly losing: number;
  readonly licencesInUse: number;
  readonly licencesTaken: number;
};

export type ForecastChanges = {
  readonly figures: { readonly before: Figures | null; readonly now: Figures };
  readonly people: readonly Change<PersonStanding>[];
  readonly groups: readonly Change<GroupForecast>[];
  readonly organizations: readonly Change<OrganizationForecast>[];
  readonly projects: readonly Change<ProjectForecast>[];
};

/** Compares the forecast that was shown, if it is still at hand, with the present one. */
export function compareForecasts(
  shown: CopyForecast | undefined,
  present: CopyForecast,
): ForecastChanges {
  const now = figuresOf(present);
  if (!shown) {
    const nothing = { people: [], groups: [], organizations: [], projects: [] };
    return { ...nothing, figures: { before: null, now } };
  }
  return {
    figures: { before: figuresOf(shown), now },
    people: changesBetween(standingsOf(shown), standingsOf(present), ({ emailKey }) => emailKey),
    groups: changesBetween(shown.groups, present.groups, nameOf),
    organizations: changesBetween(shown.organizations, present.organizations, nameOf),
    projects: changesBetween(shown.projects, present.projects, nameOf),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** Everything that the forecast says of a person, what they lose included. */
function standingsOf({ outcomes, losses }: CopyForecast): PersonStanding[] {
  return outcomes.map((outcome) => {
    const { planId: _plan, position, ...standing } = outcome;
    return { ...standing, lost: losses[position] ?? [] };
  });
}

function figuresOf({
  outcomes,
  requests,
  conflicts,
  attention,
  losing,
  licences,
}: CopyForecast): Figures {
  return {
    customers: outcomes.length,
    requests,
    conflicts: conflicts.length,
    attention: attention['review-group'] + attention['upgrade-portal-only'],
    losing: losing.people,
    licencesInUse: licences.used,
    licencesTaken: licences.atOnce,
  };
}
