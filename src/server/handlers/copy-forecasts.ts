import { peopleLosing, requestsLostBy } from '#src/application/copy-losses.ts';
import { getCopyPlan, getForecast } from '#src/application/copy-plans.ts';
import { compareForecasts, type PersonStanding } from '#src/application/forecast-changes.ts';
import type { Change } from '#src/domain/forecast-changes.ts';
import { ok } from '#src/domain/result.ts';
import { isFoundBy } from '#src/domain/search-key.ts';
import { transaction, type Handlers } from '../handler.ts';
import { LOSSES_FILE, lossesCsv } from '../reports/losses-file.ts';
import { shownForecast } from '../shown-forecasts.ts';

type Paged = { readonly offset: number; readonly limit: number };

/** Endpoints of what a forecast says beyond its outcomes. */
export const copyForecastHandlers: Handlers<
  | 'copy-plans.losses'
  | 'copy-plans.lost-requests'
  | 'copy-plans.losses-file'
  | 'copy-plans.forecast-changes'
> = {
  'copy-plans.losses': transaction((tx, { params, query }, context) => {
    const found = peopleLosing(tx, params.planId, context);
    if (!found.ok) return found;
    const { people, losing } = found.value;
    const { items, total } = pageOf(
      people.filter((person) => isFoundBy(query.search, person)),
      query,
    );
    return ok({
      items: items.map((person) => ({ ...person, reasons: [...person.reasons] })),
      total,
      losing,
    });
  }),
  'copy-plans.lost-requests': transaction((tx, { params, query }, context) => {
    const found = requestsLostBy(tx, params, context);
    return found.ok ? ok(pageOf(found.value, query)) : found;
  }),
  'copy-plans.losses-file': transaction((tx, { params, query }, context) => {
    const found = peopleLosing(tx, params.planId, context);
    if (!found.ok) return found;
    const plan = getCopyPlan(tx, params.planId, context);
    if (!plan.ok) return plan;
    const bytes = lossesCsv(found.value.people, plan.value, query.raw);
    return ok({ fileName: LOSSES_FILE, bytes });
  }),
  'copy-plans.forecast-changes': transaction((tx, { params, query }, context) => {
    const forecast = getForecast(tx, params.planId, context);
    if (!forecast.ok) return forecast;
    const shown = shownForecast(params.planId, query.shown);
    const { people, ...changes } = compareForecasts(shown, forecast.value);
    const matching = people.filter(({ before, now }) => isFoundBy(query.search, (now ?? before)!));
    const { items, total } = pageOf(matching, query);
    return ok({
      isKnown: shown !== undefined,
      present: forecast.value.fingerprint,
      figures: changes.figures,
      people: { items: items.map(presentPerson), total },
      groups: changes.groups.map(named),
      organizations: changes.organizations.map(named),
      projects: changes.projects.map(named),
    });
  }),
};

function pageOf<R>(rows: readonly R[], { offset, limit }: Paged) {
  return { items: rows.slice(offset, offset + limit), total: rows.length };
}

function named<T extends { readonly name: string }>(change: Change<T>) {
  return { ...change, name: (change.now ?? change.before)!.name };
}

function presentPerson({ change, before, now }: Change<PersonStanding>) {
  const { email, name } = (now ?? before)!;
  return { email, name, change, before: before && standing(before), now: now && standing(now) };
}

function standing(person: PersonStanding) {
  return { ...person, attention: [...person.attention] };
}
