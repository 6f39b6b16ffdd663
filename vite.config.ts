import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { TotalsReporter } from './test/support/totals-reporter.ts';

/** Lets the development server's own scripts and styles through the page's policy. */
const DEV_NONCE = 'drydock-development';

export default defineConfig(({ command }) => ({
  base: '/',
  plugins: [react(), developmentPolicy()],
  html: command === 'serve' ? { cspNonce: DEV_NONCE } : {},
  resolve: {
    alias: [
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
    modulePreload: { polyfill: false },
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
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          include: ['test/pages/**/*.test.tsx'],
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
          fileParallelism: false,
        },
      },
    ],
  },
}));

function source(path: string): string {
  return new URL(`./src/${path}`, import.meta.url).pathname;
}

/**
 * Packages that change seldom stand apart, so that a new release leaves them in the browser's
 * cache. The rest splits by itself: every lazily loaded screen, MSW's late part, shared parts.
 */
function pageChunks() {
  return [
    { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
    { name: 'router', test: /[\\/]node_modules[\\/]react-router(-dom)?[\\/]/ },
    { name: 'query', test: /[\\/]node_modules[\\/]@tanstack[\\/]/ },
    // Without its link to the service worker, which loads late.
    {
      name: 'msw',
      test: /[\\/]node_modules[\\/](msw[\\/]lib[\\/](?!browser|_chunks[\\/]interceptor-source)|@msw(js)?[\\/])/,
    },
  ];
}

/**
 * The policy stands in index.html, as strict as the build needs it. Development adds what hot
 * reloading cannot do without: one nonce and the web socket.
 */
function developmentPolicy(): Plugin {
  return {
    name: 'development-policy',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace("script-src 'self'", `script-src 'self' 'nonce-${DEV_NONCE}'`)
          .replace("style-src 'self'", `style-src 'self' 'nonce-${DEV_NONCE}'`)
          .replace("connect-src 'self'", "connect-src 'self' ws:"),
    },
  };
}
