/* Which build this code belongs to; see `buildId` in vite.plugins.ts. */

/** Replaced by the build; anywhere else there is no such name. */
declare const DRYDOCK_BUILD: string | undefined;

/** Two tabs with the same name run the same code. */
export const BUILD_ID = typeof DRYDOCK_BUILD === 'undefined' ? 'development' : DRYDOCK_BUILD;
