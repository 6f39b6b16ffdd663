import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Relative base: the build runs from any folder of any host.
export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: {
    alias: {
      // msw's cookie jar brings the public suffix list along (about 60 kB gzip); a simulated
      // backend sets no cookies, so a stand-in of a few lines serves.
      tldts: new URL('./src/server/no-public-suffixes.ts', import.meta.url).pathname,
    },
  },
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  test: {
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
});
