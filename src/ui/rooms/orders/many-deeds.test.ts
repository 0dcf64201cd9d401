import { describe, expect, it } from 'vitest';
import type { Client } from '../../../client/index.ts';
import { paying } from './many-deeds.ts';

/** A book whose log has come to 7, and whose lists know it up to `known`. */
const bookOf = (known: number, occurredAt?: string) => {
  const asked: unknown[] = [];
  const client = {
    newId: () => 'payment',
    health: () => Promise.resolve({ head: { position: 7 } }),
    query: (_query: unknown, _params: unknown, options: { atLeast: number }) => {
      asked.push(options.atLeast);
      const answer = { lifecycle: 'open', currency: 'EUR', balance: { balance: 900 } };
      return Promise.resolve({ answer, position: known, stale: known < options.atLeast });
    },
  } as unknown as Client;
  return { deed: paying(client, { method: 'transfer', occurredAt }, undefined), asked };
};

describe('many orders paid at once', () => {
  it('pay what each owes by all that is in the log', async () => {
    const { deed, asked } = bookOf(7);
    expect(await deed.give('order')).toMatchObject({ type: 'RecordPayment', payload: { amount: 900 } });
    expect(asked).toEqual([7]);
  });

  it('tell when the money came', async () => {
    const noon = '2026-11-19T12:00:00.000Z';
    expect(await bookOf(7, noon).deed.give('order')).toMatchObject({ occurredAt: noon });
    expect(await bookOf(7).deed.give('order')).not.toHaveProperty('occurredAt');
  });

  it('leave out what may have been paid a moment ago', async () => {
    const { deed } = bookOf(6);
    expect(await deed.give('order')).toMatch(/isn’t up to date yet/);
  });
});
