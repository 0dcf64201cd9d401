import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const PARTS = ['.ci', 'src', 'public', 'index.html', 'package.json', 'vite.config.ts'];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface Build {
  /** Lets the context get this build, from the address of the real one. */
  serve(context: BrowserContext, origin: string): Promise<void>;
  remove(): void;
}

/** The app as it would be with a mistake in one of its files: built anew from the same sources. */
export const buildWith = (file: string, mistake: (text: string) => string): Build => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-faulty-'));
  for (const part of [...PARTS, ...readdirSync(ROOT).filter((name) => /^tsconfig.*json$/.test(name))])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const right = readFileSync(join(folder, file), 'utf8');
  const wrong = mistake(right);
  if (wrong === right) throw new Error(`${file} is not what it was: the mistake has no place in it.`);
  writeFileSync(join(folder, file), wrong);
  const { status, stderr } = spawnSync('npx', ['vite', 'build'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
  return {
    serve: async (context, origin) => {
      await context.route(`${origin}**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        const path = join(folder, 'dist', pathname === '/' ? 'index.html' : pathname);
        await route.fulfill({ path, contentType: TYPES[extname(path)] ?? 'application/octet-stream' });
      });
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
