import { describe, expect, it } from 'vitest';
import { canonicalJson, upcast, type Json } from '../../src/kernel/index.ts';
import { aggregates } from '../../src/domain/index.ts';
import { collected, tradeEvents, type Corpus } from './lock.ts';
import corpus from './events.corpus.json';
import lock from './events.lock.json';

const golden: Corpus = corpus;
const meta = {
  commandId: 'c',
  correlationId: 'c',
  causationId: 'c',
  actor: 'owner',
  recordedAt: '2026-01-01T00:00:00.000Z',
  occurredAt: '2026-01-01T00:00:00.000Z',
};

/** What takes back or changes something that is not there yet leaves an empty stream as it is. */
const CHANGE_NOTHING_ALONE = new Set([
  'CustomerRestored',
  'CustomerUnassigned',
  'DraftRestored',
  'ImportUndone',
  'LineChanged',
  'LineRemoved',
  'OperatorRemoved',
  'OrderImportUndone',
  'OrderReleased',
  'OrderUnarchived',
  'ProductRestored',
  'ReturnCancelled',
  'ReturnClosed',
  'SignInTurnedOff',
  'Untagged',
  'VariantArchived',
  'VariantChanged',
  'VariantRestored',
]);

describe('the golden corpus of stored events', () => {
  it('has every shape that the lock knows', () => {
    expect(collected(golden, lock), 'run `npm run schemas`').toEqual(golden);
  });

  it.each(Object.entries(golden))('is read and folded to this day: %s', (key, samples) => {
    const [name = '', version] = key.split('@');
    const type = tradeEvents.find((each) => each.type === name);
    const aggregate = aggregates.find(({ events }) => events.some((each) => each.type === name));
    if (!type || !aggregate) throw new Error(`nobody knows ${name}`);
    const canonical = (state: unknown): string => JSON.stringify(state);
    const folded: string[] = [];
    for (const stored of samples) {
      const data = upcast(type, Number(version), stored);
      expect(type.schema.parse(data), 'of the newest shape, and nothing of it left out').toEqual(data);
      expect(() => canonicalJson(data as Json)).not.toThrow();
      const state = aggregate.evolve(aggregate.initial, { type: name, version: 1, data, meta });
      folded.push(canonical(state));
    }
    const isTakenIn = folded.some((state) => state !== canonical(aggregate.initial));
    expect(isTakenIn, 'the fold takes it in').toBe(!CHANGE_NOTHING_ALONE.has(name));
  });
});
