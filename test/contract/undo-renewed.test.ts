import { expect, it } from 'vitest';
import { orders } from '../../src/domain/order/index.ts';
import { ADA, draftFor, HONEY, SOAP } from '../spec/stall.ts';
import { openCounter } from './counter.ts';
import { ofOrder, ORDER, reason } from './deeds-taken-back.ts';

it('where a customer lives by now stays on the order that took it over: no command holds an old address', async () => {
  const shop = await openCounter();
  await shop.give('OpenBook', {
    ...{ name: 'Shop', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
  });
  for (const productId of [HONEY, SOAP])
    await shop.give('CreateProduct', { productId, name: productId, unit: 'pcs', unitPrice: 10, taxRate: 0 });
  await shop.give('CreateCustomer', { customerId: ADA, name: 'Ada' });
  await shop.give('CreateDraft', draftFor(ORDER));
  await shop.give('SubmitOrder', ofOrder);
  await shop.give('ChangeCustomer', { customerId: ADA, address: { city: 'Leeds' } });
  const renewed = { ...ofOrder, baseRevision: 0, changes: { customerId: ADA }, reason };
  const deed = await shop.give('ReviseOrder', renewed);
  expect(await shop.whyNot(deed)).toBe('customer-renewed');
  expect(await shop.takeBack(deed)).toEqual(['customer-renewed']);
  expect((await shop.state(orders, ORDER)).customer?.address).toEqual({ city: 'Leeds' });
});
