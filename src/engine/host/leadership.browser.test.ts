import { expect, it } from 'vitest';
import { holdOpen, untilNobodyReplaces, whileNobodyHolds } from './leadership.ts';

const nobody = () => undefined;

/** So long nothing comes that would come at once. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 300));

it('lets nobody back in who has made way, until what is done in their place is done', async () => {
  const book = `book-${crypto.randomUUID()}`;
  const told: string[] = [];
  const letGo = await holdOpen(book, nobody);
  let back: Promise<unknown> = Promise.resolve();
  const work = async () => {
    await aMoment();
    told.push('done');
  };
  await whileNobodyHolds(book, work, async () => {
    // Another tab makes way faster than this one, and its page is loaded anew.
    back = holdOpen(book, nobody).then(() => told.push('back'));
    await aMoment();
    letGo();
  });
  await back;
  expect(told).toEqual(['done', 'back']);
});

it('tells those who wait for it when that is, also where the place of one who sleeps is taken', async () => {
  const book = `book-${crypto.randomUUID()}`;
  const told: string[] = [];
  let waiting: Promise<unknown> = Promise.resolve();
  await holdOpen(book, () => told.push('taken'));
  const work = async () => {
    await aMoment();
    told.push('done');
  };
  await whileNobodyHolds(book, work, () => {
    waiting = untilNobodyReplaces(book).then(() => told.push('over'));
    return Promise.resolve();
  });
  await waiting;
  expect(told).toEqual(['taken', 'done', 'over']);
});

it('fails with what went wrong, and does it once', async () => {
  const book = `book-${crypto.randomUUID()}`;
  let times = 0;
  const work = async () => {
    times += 1;
    await aMoment();
    throw new Error('no room');
  };
  await expect(whileNobodyHolds(book, work, () => Promise.resolve())).rejects.toThrow('no room');
  expect(times).toBe(1);
  await untilNobodyReplaces(book);
});
