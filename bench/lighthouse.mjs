// `npm run lighthouse`, after a build: how Lighthouse judges what `npm start` serves, on a desktop and on a phone, and
// whether a browser would install it. Fails where a figure that doesn't hang on this machine's speed is missed.
import { chromium } from 'playwright-core';
import lighthouse, { desktopConfig } from 'lighthouse';
import { preview } from 'vite';
import { chromiumPath } from '../test/chromium.mjs';
import { compressing } from './compressing.mjs';
import { installability } from './installability.mjs';
import { median } from './statistics.mjs';

const ROUNDS = 3;
const [PORT, DEBUG_PORT] = [4519, 4520];
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 };
const SCREENS = { desktop: desktopConfig, phone: undefined };

const server = await preview({
  plugins: [compressing],
  preview: { port: PORT, strictPort: true },
  logLevel: 'warn',
});
const address = `http://localhost:${PORT}/`;
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [`--remote-debugging-port=${DEBUG_PORT}`],
});
const missed = [];
try {
  for (const [screen, config] of Object.entries(SCREENS)) {
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await judged(config));
    const figures = Object.keys(LEAST).map((name) => {
      const figure = median(runs.map(({ categories }) => Math.round((categories[name].score ?? 0) * 100)));
      // A machine with other work says little about speed.
      if (figure < LEAST[name] && name !== 'performance') missed.push(`${screen}: ${name} ${figure}`);
      return `${name} ${figure}${figure < LEAST[name] ? ` (wanted: ${LEAST[name]})` : ''}`;
    });
    console.log(`${screen.padEnd(8)} ${figures.join(', ')}`);
    for (const title of failedAudits(runs.at(-1))) console.log(`         ${title}`);
  }
  const findings = await installability(browser, address);
  for (const { what, holds } of findings) console.log(`${holds ? 'holds  ' : 'MISSING'}  ${what}`);
  missed.push(...findings.filter(({ holds }) => !holds).map(({ what }) => what));
} finally {
  await browser.close();
  await server.close();
}
if (missed.length > 0) {
  console.error(`Missed: ${missed.join('; ')}`);
  process.exitCode = 1;
}

/** One visit of somebody who has never been here. */
async function judged(config) {
  const result = await lighthouse(
    address,
    { port: DEBUG_PORT, logLevel: 'error', onlyCategories: Object.keys(LEAST) },
    config,
  );
  return result.lhr;
}

/** What costs points, in Lighthouse's own words. */
function failedAudits({ categories, audits }) {
  const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return [...new Set(weighed.map(({ id }) => id))]
    .map((id) => audits[id])
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ title, displayValue }) => `- ${title}${displayValue ? `: ${displayValue}` : ''}`);
}
