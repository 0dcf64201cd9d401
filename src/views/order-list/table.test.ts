import { expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { draftFor, id, openStall } from '../../../test/spec/stall.ts';
import { csvOf } from '../listing/csv.ts';
import { orderList } from './projection.ts';
import { OrderList } from './query.ts';
import { orderCells, orderTitles } from './table.ts';

const ORDER = id(21);

it('keeps what a draft would come to apart from the orders’ totals, and owes nothing for it but what was paid', async () => {
  const stall = await openStall();
  const cells = async () => {
    const { rows } = await ask(OrderList, project(orderList).after(stall.events).tables, { tab: 'all' });
    const [titles = [], row = []] = csvOf([orderTitles, ...rows.map(orderCells)])
      .replace('\uFEFF', '')
      .split('\r\n')
      .map((line) => line.split(','));
    const cell = (title: string) => row[titles.indexOf(title)];
    return ['Status', 'Payment', 'Total', 'Balance', 'Draft total'].map(cell);
  };
  await stall.tell('CreateDraft', draftFor(ORDER));
  await expect(cells()).resolves.toEqual(['draft', 'unpaid', '', '0.00', '23.10']);
  await stall.tell('RecordPayment', {
    ...{ orderId: ORDER, paymentId: id(31), method: 'cash', amount: 500 },
  });
  await expect(cells()).resolves.toEqual(['draft', 'partly-paid', '', '-5.00', '23.10']);
  await stall.tell('SubmitOrder', { orderId: ORDER });
  await expect(cells()).resolves.toEqual(['open', 'partly-paid', '23.10', '18.10', '']);
});
