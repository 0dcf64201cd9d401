import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** A host on the net sends text compressed, which `vite preview` doesn't: a measure of the net's slowness asks for it. */
export const compressing = {
  name: 'compressing',
  configurePreviewServer: ({ config, middlewares }) => {
    const sent = new Map();
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = join(config.build.outDir, pathname === '/' ? 'index.html' : pathname);
      const type = TYPES[extname(file)];
      if (request.method !== 'GET' || !type || !existsSync(file)) return next();
      const body = sent.get(file) ?? gzipSync(readFileSync(file));
      sent.set(file, body);
      const isForEver = pathname.startsWith('/assets/');
      response.writeHead(200, {
        ...config.preview.headers,
        'Content-Type': `${type};charset=utf-8`,
        'Content-Encoding': 'gzip',
        'Cache-Control': isForEver ? 'max-age=31536000, immutable' : 'no-cache',
      });
      response.end(body);
    });
  },
};
