import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally */

/** What a Vitest JSON report says. @param {string} file @returns {Tally} */
export function vitestTally(file) {
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 0, skipped: [] };
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const named = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.length,
  );
  return {
    passed: named('passed').length,
    failed: named('failed').length + unloaded.length,
    skipped: named('pending', 'skipped', 'todo', 'disabled').map(({ fullName }) => fullName),
  };
}

/** What a Playwright JSON report says. @param {string} file @returns {Tally} */
export function playwrightTally(file) {
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 0, skipped: [] };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped: report.suites.flatMap(skippedIn) };
}

function skippedIn(suite) {
  const specs = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'skipped')
      .map(({ projectName }) => `${suite.title}: ${spec.title} (${projectName})`),
  );
  return [...specs, ...(suite.suites ?? []).flatMap(skippedIn)];
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
