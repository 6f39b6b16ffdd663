/* What the build does beyond bundling. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
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

/** Everything that a build is made of. */
const SOURCES = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts'];

/** Names a build by what it is made of: the same sources give the same name, on every machine. */
export function buildId(root: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const files = source.includes('.') ? [''] : filesBelow(path);
    for (const file of files)
      hash.update(`${source}/${file}\0`).update(readFileSync(join(path, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Says in the page which build it belongs to, so that an open one can tell when another is served. */
export function announcedBuild(id: string): Plugin {
  return {
    name: 'announced-build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'drydock-build', content: id }, injectTo: 'head' },
    ],
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
