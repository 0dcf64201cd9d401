import { join } from 'node:path';
import base from '../../playwright.config.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What takes too long for every day: `npm run test:long`. The book's size is `COUNTERFOIL_ORDERS`, 50,000 unless said. */
export default {
  ...base,
  testDir: '.',
  testMatch: '*.long.ts',
  timeout: 3 * 60 * 60_000,
  workers: 1,
  projects: [{ name: 'desktop', use: { viewport: { width: 1440, height: 900 } } }],
  webServer: [base.webServer ?? []].flat().map((server) => ({ ...server, cwd: ROOT })),
};
