import {
  allArrivals,
  listArrivals,
  type ArrivalRow,
} from '#src/application/server-arrival-people.ts';
import { getArrival, type ArrivalView } from '#src/application/server-arrivals.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPage } from '../present.ts';
import { ARRIVAL_FILE, arrivalCsv } from '../reports/arrival-file.ts';

/** Endpoints of *Did everybody arrive?*. */
export const serverArrivalHandlers: Handlers<`server-arrivals.${'get' | 'people' | 'file'}`> = {
  'server-arrivals.get': transaction((tx, { params }, context) => {
    const view = getArrival(tx, params.planId, context);
    return view.ok ? ok(presentArrival(view.value)) : view;
  }),
  'server-arrivals.people': transaction((tx, { params, query }, context) => {
    const people = listArrivals(tx, { ...params, ...query }, context);
    return people.ok ? ok(presentPage(people.value, presentRow)) : people;
  }),
  'server-arrivals.file': transaction((tx, { params, query }, context) => {
    const rows = allArrivals(tx, params.planId, context);
    if (!rows.ok) return rows;
    return ok({ fileName: ARRIVAL_FILE, bytes: arrivalCsv(rows.value, query.raw) });
  }),
};

function presentArrival({ plan, route, totals, ...counts }: ArrivalView) {
  const { source, destination } = route;
  const { id, name, state } = plan;
  if (state === 'saved') throw new Error(`${id} has not run`);
  return {
    plan: { id, name, state },
    server: { id: source.id, name: source.name },
    destination: {
      id: destination.id,
      name: destination.name,
      organizationId: destination.organizationId,
    },
    ...counts,
    ...totals,
    parts: [...totals.parts],
  };
}

function presentRow({ person, ...row }: ArrivalRow) {
  const { userKey, userName, name, email } = person;
  return { ...row, userKey, userName, name, email };
}
