import { expect, it } from 'vitest';
import { minorUnits } from '../pricing/index.ts';
import { recentSimilarPayment } from './similar-payment.ts';

const taken = {
  method: 'cash',
  amount: minorUnits(500),
  at: '2026-11-20T10:42:00.000Z',
  voided: false,
} as const;
const asked = { method: 'cash', amount: minorUnits(500), at: '2026-11-20T10:43:59.000Z' } as const;
const similar = (payment: object, again: object = {}) =>
  recentSimilarPayment({ payments: [{ ...taken, ...payment }] }, { ...asked, ...again });

it('finds the payment of the same method and amount within two minutes, either way', () => {
  expect(similar({})).toEqual(taken);
  expect(similar({}, { at: '2026-11-20T10:44:00.000Z' })).toEqual(taken);
  expect(similar({}, { at: '2026-11-20T10:40:00.000Z' })).toEqual(taken);
});

it.each([
  [{}, { at: '2026-11-20T10:44:01.000Z' }],
  [{}, { at: '2026-11-21T10:42:00.000Z' }],
  [{ method: 'card' }, {}],
  [{ amount: minorUnits(501) }, {}],
  [{ voided: true }, {}],
])('takes nothing else for it: %o %o', (payment, again) => {
  expect(similar(payment, again)).toBeUndefined();
});

it('reaches over midnight', () => {
  const before = similar({ at: '2026-12-31T23:59:30.000Z' }, { at: '2027-01-01T00:00:30.000Z' });
  expect(before).toBeDefined();
});
