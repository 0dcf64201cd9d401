import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import chromium from '../../vitest.config.ts';
import { bundledWorkers } from '../browser/bundled.mjs';
import { installed } from './installed.mjs';
import { webkitgtk } from './webkitgtk.mjs';

/** The browser tests of the store, word for word as Chromium runs them, in the two other engines. */
const { firefox, webkitgtk: miniBrowser } = installed();

// Firefox is driven by its standard protocol, which the channel selects: Debian's has no patches of Playwright's.
const firefoxProvider = playwright({
  launchOptions: { channel: 'moz-firefox', ...(firefox !== undefined && { executablePath: firefox }) },
});

const engine = (name: string, browser: 'firefox' | 'webkit', provider: typeof firefoxProvider) => ({
  extends: true as const,
  test: {
    name,
    include: ['test/browser/**/*.test.ts'],
    // WebKitGTK takes up to 100 s for a book that is killed everywhere while it is written anew.
    testTimeout: 240_000,
    browser: {
      enabled: true,
      // WebKitGTK knows no other way than a window; its provider gives it a screen in memory.
      headless: browser === 'firefox',
      // Vitest's own page around the tests, painted without a graphics card, would take most of the time.
      ui: false,
      screenshotFailures: false,
      provider,
      instances: [{ browser }],
    },
  },
});

export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  cacheDir: 'node_modules/.vite/engines',
  plugins: [svelte({ configFile: false }), bundledWorkers()],
  define: { ...chromium.define },
  // What is found late would reload the page in the midst of a test. papaparse is no module, so it must be made one.
  optimizeDeps: { include: [...(chromium.optimizeDeps?.include ?? []), 'papaparse'], noDiscovery: true },
  test: {
    projects: [
      engine('firefox', 'firefox', firefoxProvider),
      engine('webkitgtk', 'webkit', webkitgtk(miniBrowser ?? 'MiniBrowser')),
    ],
  },
});
