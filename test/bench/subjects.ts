/* The two pages that are compared, as production builds. */
import { resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { serveFolder, type StaticServer } from '../support/static-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export type Subject = {
  readonly name: 'drydock' | 'empty';
  /** The folder that is served. */
  readonly folder: string;
  readonly server: StaticServer;
  /** Address of the measured screen. */
  readonly path: string;
  /** Whether a visit ends with a service worker in control, so that the next one starts with it. */
  readonly hasServiceWorker: boolean;
};

/** Drydock with the customers of the demo's first site. */
export function buildDrydock(folder: string): Promise<Subject> {
  return subject(
    {
      name: 'drydock',
      folder,
      path: '/s/site_harbor-support/portal-customers',
      hasServiceWorker: true,
    },
    { root: ROOT },
  );
}

/** An empty page of the same React, built and served the same way: what no console can undercut. */
export function buildEmptyPage(folder: string): Promise<Subject> {
  return subject(
    { name: 'empty', folder, path: '/', hasServiceWorker: false },
    {
      root: resolve(import.meta.dirname, 'empty-page'),
      configFile: false,
      build: { modulePreload: { polyfill: false } },
    },
  );
}

async function subject(facts: Omit<Subject, 'server'>, config: InlineConfig): Promise<Subject> {
  const { folder } = facts;
  await build({
    ...config,
    logLevel: 'error',
    build: { ...config.build, outDir: folder, emptyOutDir: true },
  });
  return { ...facts, server: await serveFolder(folder, { isCompressed: true }) };
}
