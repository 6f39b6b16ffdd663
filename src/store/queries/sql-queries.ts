import type { Queries } from '#src/application/ports.ts';
import type { Database } from '../database.ts';
import { bulkQueries } from './bulk-queries.ts';
import { groupQueries } from './group-queries.ts';
import { importQueries } from './import-queries.ts';
import { peopleQueries } from './people-queries.ts';
import { requestQueries } from './request-queries.ts';
import { workQueries } from './work-queries.ts';

/** Every question of the port, answered by SQL; by area in the files of this folder. */
export function sqlQueries(database: Database): Queries {
  return {
    ...peopleQueries(database),
    ...groupQueries(database),
    ...requestQueries(database),
    ...workQueries(database),
    ...bulkQueries(database),
    ...importQueries(database),
  };
}
