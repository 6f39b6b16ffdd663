import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { TotalsReporter } from './test/support/totals-reporter.ts';
import {
  announcedBuild,
  buildId,
  DEV_NONCE,
  developmentPolicy,
  minifiedServiceWorker,
} from './vite.plugins.ts';

/** A screen whose parts most other screens need as well. */
const LIST_SCREEN = 'pages/portal-customers/portal-customers-page.tsx';

/** Vitest leaves one to itself, which on two is half of the machine. */
const ALL_CORES = '100%';

/** Long runs, in no run of all tests: only where they are asked for (`npm run soak`). */
const IS_SOAK = process.argv.includes('soak');

/** The chunk of `src/main.tsx`. */
const ENTRY = 'start';

/** A development server changes under its pages all the time, and reloads them itself. */
const DEVELOPMENT = 'development';

export default defineConfig(({ command }) => ({
  base: '/',
  plugins: [react(), developmentPolicy(), minifiedServiceWorker(), announcedBuild(build(command))],
  define: { DRYDOCK_BUILD: JSON.stringify(build(command)) },
  html: command === 'serve' ? { cspNonce: DEV_NONCE } : {},
  resolve: {
    alias: [
      // Its exports name the build with warnings only.
      {
        find: /^react-router$/,
        replacement: dependency('react-router/dist/production/index.mjs'),
      },
      {
        find: /^react-router\/dom$/,
        replacement: dependency('react-router/dist/production/dom-export.mjs'),
      },
      // Parts of MSW that this app never uses, a third of its size.
      { find: /^tough-cookie$/, replacement: source('server/no-cookies.ts') },
      {
        find: /^@mswjs\/interceptors\/(fetch|WebSocket|XMLHttpRequest)$/,
        replacement: source('server/no-interceptors.ts'),
      },
    ],
  },
  // Tests build beside a running development server; their output is none of its business.
  server: { watch: { ignored: ['**/test-output/**'] } },
  build: {
    // Browsers of the last four years: all that have OPFS.
    target: 'es2022',
    // Every browser that has OPFS knows modulepreload; the policy allows no inline data as script.
    modulePreload: {
      polyfill: false,
      // The entry names all that the console starts with: it is loaded at once and beside the
      // database worker. Only a screen's styles are named beside it: its scripts name each other,
      // and a list of all of them would be part of the first screen.
      resolveDependencies: (_file, dependencies, { hostId }) =>
        hostId.startsWith(`assets/${ENTRY}-`)
          ? dependencies
          : dependencies.filter((file) => file.endsWith('.css')),
    },
    rolldownOptions: { output: { codeSplitting: { groups: pageChunks() } } },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'database', test: /[\\/]@sqlite\.org[\\/]|[\\/]src[\\/]store[\\/]/ }],
        },
      },
    },
  },
  optimizeDeps: {
    // The worker's packages are found only when named: a late discovery would reload the page.
    entries: ['index.html', 'src/server/worker.ts', 'src/server/page-service-worker.ts'],
    exclude: ['@sqlite.org/sqlite-wasm'],
  },
  test: {
    reporters: ['default', new TotalsReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['test/{architecture,domain,application,store,http}/**/*.test.ts'],
          maxWorkers: ALL_CORES,
          // Loading the modules and writing the demo once a file takes as long as the tests.
          isolate: false,
          setupFiles: ['test/support/core-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['test/pages/**/*.test.tsx'],
          maxWorkers: ALL_CORES,
          setupFiles: ['test/support/dom-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/browser-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Browsers wait more than they work.
          maxWorkers: 2,
        },
      },
      ...(IS_SOAK ? [soakProject()] : []),
    ],
  },
}));

function build(command: 'build' | 'serve'): string {
  return command === 'build' ? buildId(import.meta.dirname) : DEVELOPMENT;
}

function soakProject() {
  return {
    extends: true as const,
    test: {
      name: 'soak',
      environment: 'node' as const,
      include: ['test/soak/**/*.soak.ts'],
      globalSetup: ['test/support/browser-setup.ts'],
      testTimeout: 1_800_000,
      hookTimeout: 120_000,
      // One story at a time: each has several pages at work.
      maxWorkers: 1,
    },
  };
}

function dependency(path: string): string {
  return new URL(`./node_modules/${path}`, import.meta.url).pathname;
}

function source(path: string): string {
  return new URL(`./src/${path}`, import.meta.url).pathname;
}

/**
 * Packages that change seldom stand apart, so that a new release leaves them in the browser's
 * cache. The rest splits by itself: every lazily loaded screen, MSW's late part, shared parts.
 */
function pageChunks() {
  return [
    // What loads further chunks stays with the entry: as a file of its own, it would have to come
    // before the database worker can be started.
    { name: ENTRY, test: /vite[\\/]preload-helper|[\\/]src[\\/]main\.tsx$/ },
    {
      name: 'framework',
      // Without what only late parts use.
      test: /[\\/]node_modules[\\/](react|react-dom|scheduler|react-router(-dom)?|@tanstack)[\\/](?!.*(useQueries|queriesObserver)\.js$)/,
    },
    // Without its link to the service worker, which loads late.
    {
      name: 'msw',
      test: /[\\/]node_modules[\\/](msw[\\/]lib[\\/](?!browser|_chunks[\\/]interceptor-source)|@msw(js)?[\\/])/,
    },
    { name: ofTheConsole, debugName: 'console' },
  ];
}

type Modules = { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null };

/**
 * The console's start and the patterns of its lists stay together. Split by who else uses them,
 * they would be two dozen files, and each costs the page more time than its content.
 */
function ofTheConsole(id: string, modules: Modules): string | null {
  const inUi = id.startsWith(source('ui/'));
  const starts = [source('console-start.tsx'), ...(inUi ? [source(LIST_SCREEN)] : [])];
  return starts.some((start) => closure(start, modules).has(id)) ? 'console' : null;
}

/** The modules of `src` that come along with one, itself included. */
function closure(start: string, modules: Modules): Set<string> {
  const found = new Set<string>();
  const todo = [start];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (found.has(next) || !next.startsWith(source(''))) continue;
    found.add(next);
    todo.push(...(modules.getModuleInfo(next)?.importedIds ?? []));
  }
  return found;
}
