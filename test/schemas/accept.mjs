// `npm run schemas`: takes new events and compatible changes into the lock of event shapes, and samples of them into the
// corpus, from which nothing is ever taken out; and what the world outside is told. Refuses incompatible changes: those need a new version of the event and
// an upcaster from the one before.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { runnerImport } from 'vite';

const read = (name) => {
  const file = join(import.meta.dirname, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};
const write = async (name, content) => {
  const text = await format(JSON.stringify(content), { parser: 'json', printWidth: 110 });
  writeFileSync(join(import.meta.dirname, name), text);
};

const { module } = await runnerImport(join(import.meta.dirname, 'lock.ts'), { configFile: false });
const lock = read('events.lock.json');
const messagesLock = read('messages.lock.json');
const events = module.compare(lock, module.tradeEvents);
const messages = module.compare(messagesLock, module.tradeMessages);
const broken = [...events.broken, ...messages.broken];
if (broken.length > 0) {
  console.error(`Not accepted; raise the version, of an event with an upcaster:\n  ${broken.join('\n  ')}`);
  process.exit(1);
}
const news = [...events.news, ...messages.news];
const next = module.accepted(lock, module.tradeEvents);
await write('messages.lock.json', module.accepted(messagesLock, module.tradeMessages));
await write('events.lock.json', next);
await write('events.corpus.json', module.collected(read('events.corpus.json'), next));
console.log(news.length > 0 ? `Accepted: ${news.join(', ')}` : 'Nothing new.');
