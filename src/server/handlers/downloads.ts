import type { Handlers } from '../handler.ts';

/** Endpoints of files that are being written. */
export const downloadHandlers: Handlers<'downloads.get' | 'downloads.cancel'> = {
  'downloads.get': { kind: 'download', run: (downloads, id) => downloads.state(id) },
  'downloads.cancel': {
    kind: 'download',
    run: (downloads, id) => {
      downloads.cancel(id);
      return null;
    },
  },
};
