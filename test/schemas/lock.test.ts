import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { defineEvent } from '../../src/kernel/index.ts';
import { accepted, compare, tradeEvents, tradeMessages } from './lock.ts';
import lock from './events.lock.json';
import messagesLock from './messages.lock.json';

/** Adding what may be left out breaks no book, and is accepted by a command; from then on it is locked as well. */
it('has every event as the lock knows it', () => {
  const { broken, news } = compare(lock, tradeEvents);
  expect(broken, 'raise the version and give an upcaster').toEqual([]);
  expect(news, 'run `npm run schemas` to accept what is new').toEqual([]);
});

it('tells the world outside what it has always told', () => {
  expect(compare(messagesLock, tradeMessages)).toEqual({ broken: [], news: [] });
  const forgetful = tradeMessages.map((message) =>
    message.type === 'order.cancelled'
      ? { ...message, schema: z.object({ orderId: z.uuid(), number: z.optional(z.string()) }) }
      : message,
  );
  expect(compare(messagesLock, forgetful).broken).toEqual([
    'order.cancelled@1: data.number may hold what an older app does not know',
  ]);
});

describe('the lock of event shapes', () => {
  const was = z.object({
    jar: z.string(),
    count: z.int().check(z.minimum(1)),
    tag: z.optional(z.enum(['a', 'b'])),
  });
  const kept = accepted({}, [defineEvent('Filled', 1, was)]);
  const now = (shape: z.ZodMiniType) => compare(kept, [defineEvent('Filled', 1, shape)]);

  it('has nothing to say when nothing has changed', () => {
    expect(now(was)).toEqual({ broken: [], news: [] });
  });

  it.each<[string, z.ZodMiniType]>([
    ['a member that may be left out', z.extend(was, { note: z.optional(z.string()) })],
    ['a wider bound', z.extend(was, { count: z.int() })],
  ])('takes %s as news', (_, shape) => {
    expect(now(shape)).toEqual({ broken: [], news: ['Filled@1'] });
  });

  it.each<[string, z.ZodMiniType, string]>([
    ['a member that must be there', z.extend(was, { note: z.string() }), 'data.note must be there now'],
    ['a member less', z.omit(was, { tag: true }), 'data.tag is gone'],
    [
      'a member renamed',
      z.extend(z.omit(was, { tag: true }), { mark: z.optional(z.string()) }),
      'data.tag is gone',
    ],
    ['another type', z.extend(was, { jar: z.int() }), 'data.jar changed its type'],
    [
      'a tighter bound',
      z.extend(was, { count: z.int().check(z.minimum(2)) }),
      'data.count has a tighter minimum',
    ],
    ['a value less', z.extend(was, { tag: z.optional(z.enum(['a'])) }), 'data.tag allows fewer values'],
    [
      'one more value',
      z.extend(was, { tag: z.optional(z.enum(['a', 'b', 'c'])) }),
      'data.tag may hold what an older app does not know',
    ],
    [
      'a choice of one more shape',
      z.extend(was, { jar: z.union([z.string(), z.int()]) }),
      'data.jar(1) may hold what an older app does not know',
    ],
    [
      'a member that need not be there any more',
      z.extend(was, { count: z.optional(z.int().check(z.minimum(1))) }),
      'data.count may hold what an older app does not know',
    ],
    ['a new pattern', z.extend(was, { jar: z.string().check(z.regex(/x/)) }), 'data.jar changed its pattern'],
  ])('is broken by %s', (_, shape, reason) => {
    expect(now(shape).broken).toContain(`Filled@1: ${reason}`);
  });

  it('is broken by an event that is gone, or told by another name', () => {
    expect(compare(kept, [defineEvent('Poured', 1, was)])).toEqual({
      broken: ['Filled@1: no such event any more'],
      news: ['Poured@1'],
    });
  });

  it('takes a new version as news, and keeps what the older looked like', () => {
    const newer = [defineEvent('Filled', 2, z.object({ by: z.string() }), { 1: () => ({ by: 'ann' }) })];
    expect(compare(kept, newer)).toEqual({ broken: [], news: ['Filled@2'] });
    expect(Object.keys(accepted(kept, newer))).toEqual(['Filled@1', 'Filled@2']);
  });
});
