import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { SlowBook } from '../../test/browser/slow-book.ts';
import type { QueryType } from '../kernel/index.ts';
import { lasting } from './lasting.svelte.ts';
import { live } from './live.svelte.ts';

const Told = { name: 'Told' } as QueryType<string, { readonly of: string }, string>;

/** Somebody who looks at the answer to a question that they change. */
const looking = () => {
  let asked = $state.raw<{ of?: string | undefined; asOf?: string | undefined }>({ of: 'A' });
  const book = new SlowBook();
  const seen: { readonly strict: string; readonly whole: string }[] = [];
  book.show(() => {
    const told = live(
      Told,
      () => (asked.of === undefined ? undefined : { of: asked.of }),
      () => asked.asOf,
    );
    const whole = lasting(
      () => (told.current === undefined ? undefined : `${asked.of ?? ''}: ${told.current}`),
      () => asked.asOf,
    );
    $effect(() => {
      seen.push({ strict: told.current ?? '', whole: whole.current ?? '' });
    });
    return {};
  }, {});
  const ask = (of: string | undefined, asOf?: string): void => {
    asked = { of, asOf };
    flushSync();
  };
  return { book, ask, now: () => seen.at(-1) };
};

it('shows what was answered to one question in the place of no other', () => {
  const { book, ask, now } = looking();
  book.answer('Told', 'ten');
  expect(now()).toEqual({ strict: 'ten', whole: 'A: ten' });
  ask('B');
  // What is to stay is whole: with what it was the answer to.
  expect(now()).toEqual({ strict: '', whole: 'A: ten' });
  book.answer('Told', 'six');
  expect(now()).toEqual({ strict: 'six', whole: 'B: six' });
  ask(undefined);
  expect(now()).toEqual({ strict: '', whole: 'B: six' });
  expect(book.asked('Told')).toEqual([]);
});

it('keeps nothing of another instant', () => {
  const { book, ask, now } = looking();
  book.answer('Told', 'ten');
  ask('A', '2026-11-20T23:59:59.999Z');
  expect(now()).toEqual({ strict: '', whole: '' });
  expect(book.asked('Told')).toMatchObject([{ params: { of: 'A' }, asOf: '2026-11-20T23:59:59.999Z' }]);
  ask('A');
  expect(now()).toEqual({ strict: '', whole: '' });
});

it('is not asked anew in the same words', () => {
  const { book, ask, now } = looking();
  book.answer('Told', 'ten');
  const [first] = book.asked('Told');
  ask('A');
  expect(book.asked('Told')[0]).toBe(first);
  expect(now()).toEqual({ strict: 'ten', whole: 'A: ten' });
});
