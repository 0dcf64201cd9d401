import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machine } from './machine.mjs';
import { rowsOf } from './rows.mjs';

const FOLDER = 'bench';

const asTable = (rows) => {
  const lines = [['figure', 'measured', 'against', 'target', ''], ...rows];
  const widths = lines[0].map((_, n) => Math.max(...lines.map((line) => line[n].length)));
  const written = lines.map((line) => line.map((cell, n) => cell.padEnd(widths[n])).join(' | '));
  const rule = widths.map((width) => '-'.repeat(width)).join(' | ');
  return [written[0], rule, ...written.slice(1)].map((line) => `| ${line} |`).join('\n');
};

/** Prints the table and writes it down, with every number behind it. */
export const publish = ({ sizes, results, browser, minutes }) => {
  const now = new Date().toISOString();
  const host = machine(browser);
  const table = asTable(rowsOf(results));
  const heading = `${now.slice(0, 10)}, ${sizes.name} run of ${minutes.toFixed(1)} minutes, ${host.written}`;
  console.log(`\n${heading}\n\n${table}\n`);
  mkdirSync(join(FOLDER, 'results'), { recursive: true });
  const json = JSON.stringify({ at: now, machine: host, sizes, minutes, results }, undefined, 2);
  writeFileSync(join(FOLDER, 'results', `${now.replaceAll(':', '-')}.json`), json);
  writeFileSync(join(FOLDER, 'RESULTS.md'), resultsPage(heading, table, results));
};

const resultsPage = (heading, table, { dispatching }) => `# Measured

\`npm run bench\`: ${heading}.

${table}

An order is a draft of three lines (\`CreateDraft\`); to submit it is a second command, which also sets the stock
allocation going. Everything goes through the page's own scripting door, with the read models at work beside it. Raw
means: one plain record per order, one index, one transaction of the same durability for each, from a ${dispatching.place} of
its own origin in the same browser (there it was faster than in a ${dispatching.place === 'page' ? 'worker' : 'page'}). Ours and raw take
turns; a ratio is the median of the ratios of the rounds. Books were filled by the import job.

An interaction is timed in the page, from the timestamp of the browser's own input event to the first task after the
frame that paints its result: the rows of the other list from its top to its end, the sheet with its lines, the room with
its answers. The Event Timing API is not asked, since it ends with the first paint after the event, whatever that shows.
`;
