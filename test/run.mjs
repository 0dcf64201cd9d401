// `npm test` and `npm run verify`: every check, the first failure ends it. What reads the sources runs beside what runs
// them, since each alone would leave a core idle. On a bare clone too, so only what Node has itself may be imported
// before the installation.
import { spawn } from 'node:child_process';
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

await check('words', 'node .ci/words.mjs');
process.env['COUNTERFOIL_WORDS'] = 'compiled';
const sources = readSources();
await vitest('unit and contract', 'node');
await vitest('browser', 'browser');
for (const { text, went } of await sources) {
  process.stdout.write(text);
  if (!went) total.failed += 1;
}
if (total.failed > 0) finish();
await check('build', 'npm run --silent build');
await check('script sizes', 'node .ci/script-sizes.mjs');
if (!process.argv.includes('--without-e2e')) await e2e();
finish();

/** The checks without tests of their own, quietly: one lane, told when the other is through. */
async function readSources() {
  const told = [];
  for (const [name, command] of [
    ['types', 'npm run --silent types'],
    ['lint', 'npm run --silent lint'],
    ['format', 'npx prettier --check --log-level warn .'],
    ['dead code', 'npm run --silent dead'],
    ['import arrows', 'npm run --silent arrows'],
  ]) {
    const begin = performance.now();
    const { status, text } = await run(command, {}, 'pipe');
    told.push({ went: status === 0, text: `${before(name)}\n${text}${after(name, status, begin)}\n` });
  }
  return told;
}

function before(name) {
  return `\n== ${name} ==`;
}

function after(name, status, begin) {
  return `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds(begin)} ==`;
}

function heading(name) {
  console.log(before(name));
}

/** @returns {Promise<{ status: number | null, text: string }>} how a command ended, and what it said where that is kept */
function run(command, env, stdio) {
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(command, {
      shell: true,
      stdio: ['inherit', stdio, stdio],
      env: { ...process.env, ...env },
    });
    for (const said of [child.stdout, child.stderr]) said?.on('data', (chunk) => (text += chunk));
    child.on('close', (status) => resolve({ status, text }));
  });
}

/** Runs one step and says how long it took. @returns {Promise<boolean>} whether it went well */
async function step(name, command, env = {}) {
  heading(name);
  const begin = performance.now();
  const { status } = await run(command, env, 'inherit');
  console.log(after(name, status, begin));
  return status === 0;
}

/** A step without tests of its own: its failure counts as one. */
async function check(name, command) {
  if (await step(name, command)) return;
  total.failed += 1;
  finish();
}

async function vitest(name, project) {
  const report = join(reports, `${project}.json`);
  const command = `npx vitest run --project ${project} --reporter=default --reporter=json --outputFile.json=${report}`;
  count(await step(name, command), vitestTally(report));
}

async function e2e() {
  const report = join(reports, 'e2e.json');
  const env = { COUNTERFOIL_PORT: String(await freePort()), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  count(await step('e2e', 'npx playwright test --reporter=list,json', env), playwrightTally(report));
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
