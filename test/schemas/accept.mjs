// `npm run schemas`: takes new events and compatible changes into the lock of event shapes. Refuses incompatible ones:
// those need a new version of the event and an upcaster from the one before.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { runnerImport } from 'vite';

const file = join(import.meta.dirname, 'events.lock.json');
const { module } = await runnerImport(join(import.meta.dirname, 'lock.ts'), { configFile: false });
const lock = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const { broken, news } = module.compare(lock, module.tradeEvents);
if (broken.length > 0) {
  console.error(`Not accepted; raise the event's version and give an upcaster:\n  ${broken.join('\n  ')}`);
  process.exit(1);
}
const next = JSON.stringify(module.accepted(lock, module.tradeEvents));
writeFileSync(file, await format(next, { parser: 'json', printWidth: 110 }));
console.log(news.length > 0 ? `Accepted: ${news.join(', ')}` : 'Nothing new.');
