/* What the build does beyond bundling. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, type Plugin } from 'vite';

/** Lets the development server's own scripts and styles through the page's policy. */
export const DEV_NONCE = 'drydock-development';

/**
 * The policy stands in index.html, as strict as the build needs it. Development adds what hot
 * reloading cannot do without: one nonce and the web socket.
 */
export function developmentPolicy(): Plugin {
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

/** MSW ships its service worker with comments, and files of `public` are copied as they stand. */
export function minifiedServiceWorker(): Plugin {
  return {
    name: 'minified-service-worker',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      for (const name of ['mockServiceWorker.js', 'service-worker.js']) {
        const path = join(dir, name);
        const { code } = await minify(name, await readFile(path, 'utf8'), { module: false });
        await writeFile(path, code);
      }
    },
  };
}
