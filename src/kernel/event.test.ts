import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { BrokenUpcasterChainError, defineEvent, upcast } from './event.ts';

const schema = z.object({ grams: z.int(), from: z.string() });
const toGrams = (data: unknown) => ({ grams: (data as { kilos: number }).kilos * 1000 });
const fromNowhere = (data: unknown) => ({ ...(data as object), from: 'nowhere' });

describe('an event in its third version', () => {
  const Weighed = defineEvent('Weighed', 3, schema, { 1: toGrams, 2: fromNowhere });

  it.each([
    [1, { kilos: 2 }, { grams: 2000, from: 'nowhere' }],
    [2, { grams: 5 }, { grams: 5, from: 'nowhere' }],
    [3, { grams: 5, from: 'a' }, { grams: 5, from: 'a' }],
  ])('brings version %i up to the newest', (version, stored, newest) => {
    expect(upcast(Weighed, version, stored)).toEqual(newest);
    expect(schema.safeParse(newest).success).toBe(true);
  });

  it.each([
    ['the first', { 2: fromNowhere }, 'Weighed has no upcaster from version 1'],
    ['the last', { 1: toGrams }, 'Weighed has no upcaster from version 2'],
    ['every', {}, 'Weighed has no upcaster from version 1'],
  ])('is not declared without %s link of its chain', (_, upcasters, message) => {
    const declare = () => defineEvent('Weighed', 3, schema, upcasters);
    expect(declare).toThrow(BrokenUpcasterChainError);
    expect(declare).toThrow(message);
  });
});
