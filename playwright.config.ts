import { defineConfig } from '@playwright/test';
import { findChromium } from './test/chromium.mjs';

const port = process.env['COUNTERFOIL_PORT'] ?? '4317';
const executablePath = findChromium();

/** Walks through the production build. A test tagged @phone runs on both screens, @phone-only on the small one. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  retries: 0,
  testMatch: '**/*.{test,spec,e2e}.ts',
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 240_000,
  // How long something takes on a machine with other work is no finding.
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    launchOptions: executablePath === undefined ? {} : { executablePath },
    // A recorded trace costs a quarter of a run: `--trace retain-on-failure` when something is to be found out.
    trace: 'off',
    // A page that is opened once needs no offline copy of the app: the tests about that allow it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
  projects: [
    // On the desk nothing moves, which spares a tenth of the time; on the phone everything does, as people see it.
    {
      name: 'desktop',
      grepInvert: /@phone-only/,
      use: { viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } },
    },
    { name: 'phone', grep: /@phone/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: process.env['CI'] === undefined,
  },
});
