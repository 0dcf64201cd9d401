import type { Deed } from './deeds.ts';
import { JAM, lineId, orderId, TEA } from './shop.ts';

const readAll = Array.from({ length: 12 }, (): Deed => 'read');
const revised = (baseRevision: number, change: object): Deed => ({
  type: 'ReviseOrder',
  payload: { orderId: orderId(1), baseRevision, changes: { lines: [change] }, reason: 'because' },
});

/** A line is taken out, and its id goes to other goods before the process knows that its own were given back. */
export const backWithOthers: readonly Deed[] = [
  { type: 'ReceiveStock', payload: { productId: TEA, quantity: 9000 } },
  {
    type: 'CreateDraft',
    payload: {
      orderId: orderId(1),
      lines: [TEA, JAM].map((productId, n) => ({ lineId: lineId(n + 1), productId, quantity: 3000 })),
    },
  },
  { type: 'SubmitOrder', payload: { orderId: orderId(1), override: 'because' } },
  ...[...readAll, 'send' as const, 'send' as const, ...readAll, 'send' as const, ...readAll],
  revised(0, { kind: 'remove', lineId: lineId(1) }),
  revised(1, { kind: 'add', lineId: lineId(1), productId: JAM, quantity: 1000 }),
];
