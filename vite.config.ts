import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { VitePWA, type ManifestOptions } from 'vite-plugin-pwa';
import { words } from './.ci/words.mjs';
import { SECURITY_HEADERS } from './src/shell/headers.ts';

/** What the operating system is told when the app is installed. */
const manifest: Partial<ManifestOptions> = {
  id: 'counterfoil',
  name: 'Counterfoil',
  short_name: 'Counterfoil',
  description: 'An order book that lives in the browser: offline, on your own device, nothing ever lost.',
  lang: 'en',
  categories: ['business', 'productivity'],
  start_url: './',
  scope: './',
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
    { name: 'New order', url: './#/orders/new' },
    { name: 'Today', url: './#/today' },
  ],
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

export default defineConfig({
  // Relative, so that the built app works from any folder of any host.
  base: './',
  // Rooms live behind the `#`: an address that names no file is a mistake and gets a 404, not the page.
  appType: 'mpa',
  define: { __APP_VERSION__: JSON.stringify(version()) },
  plugins: [
    paraglideVitePlugin(words),
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
  worker: { format: 'es' },
  // Found late, in the worker, they would make the page reload in its first seconds under `npm run dev`.
  optimizeDeps: { include: ['comlink', 'dexie', 'zod', 'zod/mini'] },
  build: { target: 'es2023', sourcemap: false, rolldownOptions: { checks: { bundlerTimings: false } } },
  preview: { headers: SECURITY_HEADERS, port: 4173, cors: false },
});

function png(src: string, sizes: string): { src: string; sizes: string; type: string } {
  return { src, sizes, type: 'image/png' };
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
