import { expect, it } from 'vitest';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { likelyWay } from './methods.ts';

const order = (paid: readonly string[], more: object = {}) =>
  ({
    ...{ payments: paid.map((method) => ({ method })), invoices: [], dates: {} },
    ...more,
  }) as unknown as OrderPage;
const invoiced = { invoices: [{ left: 900 }] };

it.each([
  ['is taken at the counter', order([]), 'cash'],
  ['was paid in part by card at the counter', order(['card']), 'cash'],
  ['was invoiced', order([], invoiced), 'transfer'],
  ['is due by a day', order([], { dates: { dueOn: '2026-12-01' } }), 'transfer'],
  ['had a deposit in cash before its invoice', order(['cash'], invoiced), 'transfer'],
  ['is invoiced and was paid in part by card', order(['cash', 'card'], invoiced), 'card'],
  ['has an invoice that was taken back', order([], { invoices: [{ left: 0 }] }), 'cash'],
  ['spent credit of its customer', order(['credit']), 'cash'],
  [
    'is invoiced and was paid by mistake',
    order([], { ...invoiced, payments: [{ method: 'card', voided: { reason: 'Twice' } }] }),
    'transfer',
  ],
])('what %s is paid next by the likely way', (_, page, way) => {
  expect(likelyWay(page)).toBe(way);
});
