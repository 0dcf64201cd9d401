import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { VitePWA, type ManifestOptions } from 'vite-plugin-pwa';
import { chunks } from './.ci/chunks.mjs';
import { codeIn } from './.ci/code.mjs';
import { cover } from './.ci/cover.mjs';
import { inEveryLanguage } from './.ci/manifest-words.mjs';
import { wordsByLanguage } from './.ci/words-by-language.mjs';
import { compiling } from './.ci/words.mjs';
import { SECURITY_HEADERS } from './src/shell/headers.ts';
import { SHARE_ADDRESS } from './src/shell/shared-files.ts';

const TABLES = { 'text/csv': ['.csv'], 'text/tab-separated-values': ['.tsv'] };
const SHARED = ['text/csv', '.csv', 'text/tab-separated-values', '.tsv', 'text/plain', '.txt'];

/** The rooms without a face do nothing when they are merely loaded: what a chunk does not use of them stays out of it. */
const treeshake = {
  moduleSideEffects: [{ test: /\/src\/(kernel|domain|processes|views|jobs|engine)\//, sideEffects: false }],
};

/** What the operating system is told when the app is installed. */
const manifest: Partial<ManifestOptions> = {
  id: 'counterfoil',
  name: 'Counterfoil',
  short_name: 'Counterfoil',
  ...inEveryLanguage('description', 'first-run', 'first_run_lead'),
  lang: 'en',
  categories: ['business', 'productivity'],
  start_url: './',
  scope: './',
  // No `window-controls-overlay`: the window's bar has the desk's colour already (theme_color), and no room has a head
  // over its whole width to put there; its buttons would lie over the deeds at the end of each sheet's head.
  display: 'standalone',
  theme_color: '#f4f0e9',
  background_color: '#f4f0e9',
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { ...png('icon-192.png', '192x192'), purpose: 'any' },
    { ...png('icon-512.png', '512x512'), purpose: 'any' },
    { ...png('icon-maskable-512.png', '512x512'), purpose: 'maskable' },
  ],
  shortcuts: [
    shortcut('./#/orders/new', 'shell', 'shell_new_order'),
    shortcut('./#/today', 'today', 'today_title'),
  ],
  file_handlers: [{ action: './', accept: { ...TABLES, 'application/x-counterfoil': ['.counterfoil'] } }],
  share_target: {
    action: `./${SHARE_ADDRESS}`,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { title: 'title', text: 'text', files: [{ name: 'files', accept: SHARED }] },
  },
  screenshots: [
    {
      ...png('screenshots/wide.png', '1440x900'),
      form_factor: 'wide' as const,
      label: 'The orders of a shop',
    },
    {
      ...png('screenshots/narrow.png', '390x844'),
      form_factor: 'narrow' as const,
      label: 'The same on a phone',
    },
  ].filter(({ src }) => existsSync(`public/${src}`)),
};

export default defineConfig(({ command }) => ({
  // Relative, so that the built app works from any folder of any host.
  base: './',
  // Rooms live behind the `#`: an address that names no file is a mistake and gets a 404, not the page.
  appType: 'mpa',
  define: {
    __APP_VERSION__: JSON.stringify(version()),
    __CODE__: JSON.stringify(command === 'build' ? codeIn('src') : {}),
  },
  plugins: [
    compiling(),
    wordsByLanguage(),
    cover(),
    svelte({ configFile: false }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
        globIgnores: ['screenshots/**'],
        dontCacheBustURLsMatching: /^assets\//,
        maximumFileSizeToCacheInBytes: 10_000_000,
      },
    }),
  ],
  worker: { format: 'es', rolldownOptions: { treeshake } },
  // Found late, in the worker, they would make the page reload in its first seconds under `npm run dev`.
  optimizeDeps: { include: ['comlink', 'dexie', 'zod', 'zod/mini'] },
  build: {
    target: 'es2023',
    sourcemap: false,
    // `.ci/script-sizes.mjs` says what counts of it.
    reportCompressedSize: false,
    rolldownOptions: { checks: { bundlerTimings: false }, treeshake, output: { codeSplitting: chunks } },
  },
  preview: { headers: SECURITY_HEADERS, port: 4173, cors: false },
}));

function png(src: string, sizes: string): { src: string; sizes: string; type: string } {
  return { src, sizes, type: 'image/png' };
}

function shortcut(url: string, file: string, key: string): ManifestOptions['shortcuts'][number] {
  return { ...inEveryLanguage('name', file, key), url, icons: [png('icon-192.png', '192x192')] };
}

function version(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return `${version}+${commit.toString().trim()}`;
  } catch {
    return version;
  }
}
