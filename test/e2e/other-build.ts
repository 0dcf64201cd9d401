import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const PARTS = ['.ci', 'src', 'public', 'index.html', 'package.json', 'vite.config.ts'];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface Build {
  /** Lets a tab, or all of a context, get this build from the address of the real one. */
  serve(to: Page | BrowserContext, origin: string): Promise<void>;
  remove(): void;
}

/** What becomes of the text of each of these files. */
type Changes = Readonly<Record<string, (text: string) => string>>;

/** The app as it would be with these changes, a mistake or what is yet to come: built anew from the same sources. */
export const buildWith = (changes: Changes): Build => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-other-'));
  for (const part of [...PARTS, ...readdirSync(ROOT).filter((name) => /^tsconfig.*json$/.test(name))])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, change] of Object.entries(changes)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${file} is not what it was: the change has no place in it.`);
    writeFileSync(join(folder, file), changed);
  }
  // Nobody looks at how small it is, and the words are those that were just compiled for the app as it is.
  const { status, stderr } = spawnSync('npx', ['vite', 'build', '--minify', 'false'], {
    ...{ cwd: folder, encoding: 'utf8', env: { ...process.env, COUNTERFOIL_WORDS: 'compiled' } },
  });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
  return {
    serve: async (to, origin) => {
      await to.route(`${origin}**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        const path = join(folder, 'dist', pathname === '/' ? 'index.html' : pathname);
        // A page of the app as it is may still fetch a room: on the host, those files are gone by now.
        if (!existsSync(path)) return route.fulfill({ status: 404 });
        await route.fulfill({ path, contentType: TYPES[extname(path)] ?? 'application/octet-stream' });
      });
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
