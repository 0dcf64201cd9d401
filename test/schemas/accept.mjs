// `npm run schemas`: takes new events and compatible changes into the lock of event shapes, and samples of them into the
// corpus, from which nothing is ever taken out; what the world outside is told; and what read models of a new version make
// of the history. Refuses incompatible changes: those need a new version of the event and an upcaster from the one before,
// or a new version of the read model.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { runnerImport } from 'vite';

const pathOf = (name) => join(import.meta.dirname, name);
const textOf = (name) => (existsSync(pathOf(name)) ? readFileSync(pathOf(name), 'utf8') : '');
const read = (name, absent = {}) => (textOf(name) === '' ? absent : JSON.parse(textOf(name)));
const write = async (name, content) => {
  const text = await format(JSON.stringify(content), { parser: 'json', printWidth: 110 });
  writeFileSync(pathOf(name), text);
};
const load = async (name) => (await runnerImport(pathOf(name), { configFile: false })).module;

const { accepted, collected, compare, tradeEvents, tradeMessages } = await load('lock.ts');
const { compareRows, rowsLockOf } = await load('rows.ts');
const { historyIn, lacking, linesOf, madeHistory } = await load('history.ts');
const { projections } = await load('../../src/views/index.ts');

const lock = read('events.lock.json');
const messagesLock = read('messages.lock.json');
const rowsLock = read('rows.lock.json', { history: '', views: {} });
const kept = historyIn(textOf('history.jsonl'));
const compared = [
  compare(lock, tradeEvents),
  compare(messagesLock, tradeMessages),
  compareRows(rowsLock, projections, kept),
];
const refuse = (why, what) => {
  console.error(`Not accepted; ${why}:\n  ${what.join('\n  ')}`);
  process.exit(1);
};
const broken = compared.flatMap((one) => one.broken);
if (broken.length > 0) refuse('raise the version, of an event with an upcaster', broken);
// As long as it says everything it stays, so that nothing but a read model's own code changes what is made of it.
// Made anew it is taken as it will be read: a member that is undefined is not written down.
const history = lacking(kept).length === 0 ? kept : historyIn(linesOf(await madeHistory()));
const missing = lacking(history);
if (missing.length > 0) refuse('let it be said in test/spec/full-book.ts', missing);
const next = accepted(lock, tradeEvents);
await write('messages.lock.json', accepted(messagesLock, tradeMessages));
await write('events.lock.json', next);
await write('events.corpus.json', collected(read('events.corpus.json'), next));
await write('rows.lock.json', rowsLockOf(projections, history));
writeFileSync(pathOf('history.jsonl'), linesOf(history));
const renewed = history === kept ? [] : ['the history'];
const news = [...new Set([...compared.flatMap((one) => one.news), ...renewed])];
console.log(news.length > 0 ? `Accepted: ${news.join(', ')}` : 'Nothing new.');
