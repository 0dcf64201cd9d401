import { describe, expect, it } from 'vitest';
import type { Client } from '../../../client/index.ts';
import type { Receipt } from '../../../kernel/index.ts';
import type { DraftEditor } from './editor.svelte.ts';
import { Placing } from './placing.svelte.ts';

const editor = {
  ...{ orderId: 'order', typed: { lines: [{}] } },
  write: () => Promise.resolve(true),
} as unknown as DraftEditor;

/** A book whose receipts are these in turn, and whose read models can't be asked. */
const bookOf = (...receipts: readonly object[]) => {
  const sent: string[] = [];
  const payloads: object[] = [];
  const client = {
    newId: () => 'id',
    dispatch: (type: string, payload: object) => {
      payloads.push(payload);
      return Promise.resolve(receipts[sent.push(type) - 1] as Receipt);
    },
    query: () => Promise.reject(new Error('lost')),
  } as unknown as Client;
  return { placing: new Placing(client, editor), sent, payloads };
};
const COMMITTED = { status: 'committed', position: 1, streams: {} };
const DOUBT = { status: 'in-doubt', reason: 'no-answer' };

describe('an order that is placed', () => {
  it('is left behind also when its number can’t be read', async () => {
    const { placing } = bookOf(COMMITTED);
    expect(await placing.place(true, 700)).toEqual({
      number: undefined,
      sold: undefined,
      receipt: COMMITTED,
    });
  });

  it('is not told to be sold when it was in doubt as an order', async () => {
    const { placing, sent } = bookOf(DOUBT, COMMITTED);
    expect(await placing.place(true, 700)).toBeUndefined();
    expect(await placing.place(true, 700, { by: 'cash' })).toMatchObject({ sold: undefined });
    expect(sent).toEqual(['SubmitOrder', 'SubmitOrder']);
  });

  it('is sold at once, and for what was handed over where somebody said it', async () => {
    const { placing, payloads } = bookOf(COMMITTED);
    await placing.place(true, 700, { by: 'cash', tendered: 5_000 });
    expect(payloads).toMatchObject([{ payment: { method: 'cash', tendered: 5_000 } }]);
    const other = bookOf(COMMITTED);
    await other.placing.place(true, 700, { by: 'cash' });
    expect(other.payloads).toEqual([
      { orderId: 'order', total: 700, fulfilmentId: 'id', payment: { paymentId: 'id', method: 'cash' } },
    ]);
  });

  it('is placed at the sum that was seen; at another only by whoever was told of it', async () => {
    const other = { code: 'total-changed', message: 'Another.', values: { seen: 700, total: 900 } };
    const refused = { status: 'rejected', rejection: other };
    const { placing, payloads } = bookOf(refused, COMMITTED);
    expect(await placing.place(true, 700)).toBeUndefined();
    await placing.place(true, 700);
    const seen = bookOf(refused, COMMITTED);
    await seen.placing.place(true, 700);
    // Somebody changed it themselves meanwhile.
    await seen.placing.place(true, 950);
    expect([payloads, seen.payloads]).toMatchObject([
      [{ total: 700 }, { total: 900 }],
      [{ total: 700 }, { total: 950 }],
    ]);
  });
});
