/*
 * A plain host for the production build, as far as tests need one: compressed files, and
 * index.html for every address of the console.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export type StaticServer = {
  readonly origin: string;
  /** Method and address of everything that was asked of this host, in order. */
  readonly seen: readonly string[];
  close(): Promise<void>;
};

type Encoded = Readonly<Record<'identity' | 'gzip' | 'br', Buffer>> & { readonly type: string };

/**
 * Serves a folder on a loopback port; 0 takes a free one. Compressing its files as well as can be
 * takes many seconds, so only measurements want it.
 */
export async function serveFolder(
  folder: string,
  { port = 0, isCompressed = false }: { port?: number; isCompressed?: boolean } = {},
): Promise<StaticServer> {
  const files = readFolder(folder, isCompressed);
  const seen: string[] = [];

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    seen.push(`${request.method} ${request.url}`);
    const isScreen = request.method === 'GET' && extname(pathname) === '';
    const file = files.get(pathname) ?? (isScreen ? files.get('/index.html') : undefined);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const encoding = isCompressed ? encodingFor(request) : 'identity';
    const body = file[encoding];
    response.writeHead(200, {
      'content-type': file.type,
      'content-encoding': encoding,
      'content-length': body.length,
      'cache-control': pathname.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    });
    response.end(body);
  });

  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function readFolder(folder: string, isCompressed: boolean): ReadonlyMap<string, Encoded> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const identity = readFileSync(path);
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        return [
          `/${relative(folder, path).split(sep).join('/')}`,
          {
            type,
            identity,
            gzip: isCompressed ? gzipSync(identity) : identity,
            br: isCompressed ? brotliCompressSync(identity) : identity,
          },
        ];
      }),
  );
}

function encodingFor(request: IncomingMessage): 'identity' | 'gzip' | 'br' {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}
