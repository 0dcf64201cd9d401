import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { wordsByLanguage } from './.ci/words-by-language.mjs';
import { compiling } from './.ci/words.mjs';
import { bundledWorkers } from './test/browser/bundled.mjs';
import { findChromium } from './test/chromium.mjs';

const executablePath = findChromium();

// Beside the code or in test/: `x.test.ts` runs in Node, `x.browser.test.ts` and all of test/browser in Chromium.
const inBrowser = ['test/browser/**/*.test.ts', '{src,test}/**/*.browser.test.ts'];

export default defineConfig({
  plugins: [compiling(), wordsByLanguage(), svelte({ configFile: false }), bundledWorkers()],
  define: { __APP_VERSION__: JSON.stringify('0.0.0+test'), __CODE__: '{}' },
  optimizeDeps: {
    include: [
      ...['comlink', 'dexie', 'fast-check', 'svelte', 'uplot', 'zod', 'zod/mini'],
      ...['api', 'resources', 'sdk-metrics', 'sdk-trace-web'].map((name) => `@opentelemetry/${name}`),
      ...['metrics', 'trace'].map((signal) => `@opentelemetry/exporter-${signal}-otlp-http`),
    ],
  },
  test: {
    // A test that hangs ends; how long one takes on a machine with other work is no finding.
    testTimeout: 600_000,
    // `test/spec/fc.ts` reads it, in Node and in Chromium.
    env: { COUNTERFOIL_SEED: process.env['COUNTERFOIL_SEED'] ?? '' },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,test}/**/*.test.ts'],
          exclude: [...inBrowser, 'test/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          browser: {
            enabled: true,
            headless: true,
            // As long as a test may take: a busy machine is slow to start a browser too.
            connectTimeout: 600_000,
            screenshotFailures: false,
            provider: playwright({ launchOptions: executablePath === undefined ? {} : { executablePath } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
