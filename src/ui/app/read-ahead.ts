import { whenIdle } from './when-idle.ts';

type Load = () => Promise<unknown>;

/** Whoever has just opened the book begins something: until then nothing is read beside it. */
const BEGINS_MS = 4_000;

const waiting: Load[] = [];
let begun = false;

const next = (): void => {
  const load = waiting.shift();
  if (!load) {
    begun = false;
    return;
  }
  // What can't be read now is asked for again when it is to be shown.
  void load()
    .catch(() => undefined)
    .then(() => {
      whenIdle(next);
    });
};

/**
 * Reads what is shown later ahead of its first showing, one after the other while the page has nothing better to do: a tab
 * then works to its end, even when the next version has meanwhile taken this one's files away (promises.md, row 31).
 */
export const readAhead = (loads: readonly Load[]): void => {
  waiting.push(...loads);
  if (begun) return;
  begun = true;
  setTimeout(() => {
    whenIdle(next);
  }, BEGINS_MS);
};
