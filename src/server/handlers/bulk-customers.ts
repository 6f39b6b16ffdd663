import { forecastBulkStep, startBulk } from '#src/application/bulk-customers.ts';
import { ok } from '#src/domain/result.ts';
import { rehearsal, transaction, type Handlers } from '../handler.ts';
import { presentJob } from '../present.ts';

/** Endpoints of bulk steps on portal-only customers. */
export const bulkCustomerHandlers: Handlers<
  'portal-customers.bulk' | 'portal-customers.bulk-forecast'
> = {
  'portal-customers.bulk': transaction((tx, { params, body }, context) => {
    const job = startBulk(tx, { ...params, ...body }, context);
    return job.ok ? ok(presentJob(job.value, context.now)) : job;
  }),
  'portal-customers.bulk-forecast': rehearsal((tx, { params, body }, context) => {
    const forecast = forecastBulkStep(tx, { ...params, ...body }, context);
    if (!forecast.ok) return forecast;
    return ok({ ...forecast.value, refused: [...forecast.value.refused] });
  }),
};
