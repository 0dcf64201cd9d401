// `npm run test:engines`: the browser tests of the store in Firefox and in WebKitGTK, one after the other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from '../../.ci/install.mjs';
import { vitestTally } from '../tally.mjs';
import { installed, installMissing } from './installed.mjs';

process.chdir(join(import.meta.dirname, '../..'));
const NAMES = { firefox: 'Firefox ESR', webkitgtk: 'WebKitGTK' };
const reports = mkdtempSync(join(tmpdir(), 'counterfoil-engines-'));
const total = { passed: 0, failed: 0, skipped: [] };

installPackages();
installMissing();
for (const [engine, path] of Object.entries(installed())) {
  console.log(`\n== ${NAMES[engine]}: ${path ?? 'not on this machine'} ==`);
  if (path === undefined) skipAll(engine);
  else run(engine);
}
rmSync(reports, { recursive: true, force: true });

if (total.skipped.length > 0)
  console.log(`\nSkipped:\n${total.skipped.map((name) => `  - ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

function run(engine) {
  const report = join(reports, `${engine}.json`);
  const command = `npx vitest run --config test/engines/vitest.config.ts --project ${engine} --reporter=default --reporter=json --outputFile.json=${report}`;
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' });
  const { passed, failed, skipped } = vitestTally(report);
  total.passed += passed;
  // A run that broke down without a failing test (the browser crashed, say) is a failure all the same.
  total.failed += status === 0 ? failed : Math.max(1, failed);
  total.skipped.push(...skipped.map((name) => `${NAMES[engine]}: ${name}`));
}

/** An engine that is not here leaves out whole files: each is named. */
function skipAll(engine) {
  const files = readdirSync('test/browser').filter((name) => name.endsWith('.test.ts'));
  total.skipped.push(...files.map((name) => `${NAMES[engine]}: test/browser/${name}`));
}
