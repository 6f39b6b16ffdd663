import type { Cases } from './case.ts';

const NONE = { params: { downloadId: 'none' } };

export const downloadCases: Cases<'downloads.get' | 'downloads.cancel'> = {
  'downloads.get': { answers: () => NONE, refuses: {} },
  'downloads.cancel': { answers: () => NONE, refuses: {} },
};
