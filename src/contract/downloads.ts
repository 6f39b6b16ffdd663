import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const params = z.object({ downloadId: z.string() });

/** Files that are being written. A request names its download by the header `x-drydock-download`. */
export const downloadEndpoints = {
  'downloads.get': endpoint({
    summary: 'How far a file is; answered while it is written',
    params,
    response: z.object({
      /** `waits` for other work; `none`: nothing of this name is under way. */
      state: z.enum(['waits', 'writing', 'none']),
      /** Rows that are written. */
      done: z.number(),
      /** Null where nobody has counted. */
      total: z.number().nullable(),
    }),
    problems: [],
  }),
  'downloads.cancel': endpoint({
    summary: 'Cancel a file; its own request is then refused as cancelled',
    params,
    status: 204,
    problems: [],
  }),
};
