import { expect, it } from 'vitest';
import { project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, id, openStall } from '../../../test/spec/stall.ts';
import { orderList } from './projection.ts';

const ORDER = id(21);

it('a draft names the company beside the person, stands by it among the customers, and keeps it when it goes on', async () => {
  const stall = await openStall();
  const list = () => project(orderList).after(stall.events);
  const row = () => list().row('orders', ORDER);
  await stall.tell('CreateDraft', draftFor(ORDER));
  await stall.tell('ChangeCustomer', { customerId: ADA, company: 'Zebra Works' });
  await stall.tell('AssignCustomer', { orderId: ORDER, customerId: ADA });
  await stall.tell('SubmitOrder', { orderId: ORDER });
  await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
  list().thenRow('orders', ORDER, { customerName: 'Ada Ångström', customerCompany: 'Zebra Works' });
  expect(row()?.byCustomer).toMatch(/^zebra works · ada angstrom /);
  await stall.tell('ReviseOrder', {
    ...{ orderId: ORDER, baseRevision: 0, reason: 'For nobody' },
    changes: { customerId: 'none' },
  });
  expect(row()).not.toHaveProperty('customerCompany');
});

it('Stall 9 stands before Stall 10 among the customers of orders', async () => {
  const stall = await openStall();
  await stall.tell('CreateDraft', draftFor(ORDER));
  const place = async (name: string) => {
    await stall.tell('ChangeCustomer', { customerId: ADA, name });
    await stall.tell('AssignCustomer', { orderId: ORDER, customerId: ADA });
    return project(orderList).after(stall.events).row('orders', ORDER)?.byCustomer ?? '';
  };
  const [ten, nine] = [await place('Stall 10'), await place('Stall 9')];
  expect(nine < ten).toBe(true);
});
