// `npm test` and `npm run verify`: every check in order, the first failure ends it. On a bare clone too, so only
// what Node has itself may be imported before the installation.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from '../.ci/install.mjs';
import { installChromium } from './install-chromium.mjs';
import { playwrightTally, vitestTally } from './tally.mjs';

process.chdir(join(import.meta.dirname, '..'));
const reports = mkdtempSync(join(tmpdir(), 'counterfoil-'));
const total = { passed: 0, failed: 0, skipped: [] };
const start = performance.now();

heading('install');
installPackages();
await installChromium();

check('words', 'node .ci/words.mjs');
check('types', 'npm run --silent types');
check('lint', 'npm run --silent lint');
check('format', 'npx prettier --check --log-level warn .');
check('dead code', 'npm run --silent dead');
check('import arrows', 'npm run --silent arrows');
vitest('unit and contract', 'node');
vitest('browser', 'browser');
check('build', 'npm run --silent build');
if (!process.argv.includes('--without-e2e')) await e2e();
finish();

function heading(name) {
  console.log(`\n== ${name} ==`);
}

/** Runs one step and says how long it took. @returns {boolean} whether it went well */
function step(name, command, env = {}) {
  heading(name);
  const begin = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds(begin)} ==`);
  return status === 0;
}

/** A step without tests of its own: its failure counts as one. */
function check(name, command) {
  if (step(name, command)) return;
  total.failed += 1;
  finish();
}

function vitest(name, project) {
  const report = join(reports, `${project}.json`);
  const command = `npx vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`;
  count(step(name, command), vitestTally(report));
}

async function e2e() {
  const report = join(reports, 'e2e.json');
  const env = { COUNTERFOIL_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  count(step('e2e', 'npx playwright test --reporter=list,json', env), playwrightTally(report));
}

function count(went, tally) {
  total.passed += tally.passed;
  // A run that broke down without a failing test (a file that doesn't load, a crash) is a failure all the same.
  total.failed += went ? tally.failed : Math.max(1, tally.failed);
  total.skipped.push(...tally.skipped);
  if (!went) finish();
}

function finish() {
  rmSync(reports, { recursive: true, force: true });
  if (total.skipped.length > 0)
    console.log(`\nSkipped:\n${total.skipped.map((name) => `  - ${name}`).join('\n')}`);
  console.log(`\nAll of it took ${seconds(start)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
  process.exit(total.failed > 0 ? 1 : 0);
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** @returns {Promise<number>} a port nobody listens on */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
