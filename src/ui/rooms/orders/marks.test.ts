import { expect, it } from 'vitest';
import type { OrderRow } from '../../../views/order-outline/row.ts';
import { stubMarks, whatOf } from './marks.ts';

const marks = (row: Partial<OrderRow>) => {
  const open = { task: 'ship', payment: 'unpaid', fulfilment: 'unfulfilled', allocation: 'reserved' };
  return stubMarks({ ...open, balance: 2_450, currency: 'EUR', ...row } as OrderRow).map((mark) => mark.text);
};

it('says what is to be done, then what is known of the money', () => {
  expect(marks({})).toEqual(['To ship', 'Unpaid']);
  expect(marks({ payment: 'partly-paid' })).toEqual(['To ship', '€24.50 to pay']);
  expect(marks({ task: 'pay', fulfilment: 'shipped' })).toEqual(['€24.50 to pay']);
});

it('says what comes to be paid of an order for which the buyer was told to pay', () => {
  expect(marks({ dueOn: '2999-01-31' })).toEqual(['To ship', '€24.50 to pay']);
  expect(marks({ invoiced: 2_450 as never })).toEqual(['To ship', '€24.50 to pay']);
  expect(marks({ invoiced: 2_450 as never, payment: 'paid', balance: 0 as never })).toEqual([
    'To ship',
    'Paid',
  ]);
});

it('tells what is paid from what nobody was told to pay yet', () => {
  const toneOf = (payment: OrderRow['payment']) =>
    stubMarks({ task: 'ship', payment, fulfilment: 'unfulfilled', allocation: 'reserved' } as OrderRow).at(-1)
      ?.tone;
  expect([toneOf('paid'), toneOf('unpaid')]).toEqual(['good', 'plain']);
});

it('says whose money should have come by now', () => {
  expect(marks({ dueOn: '2020-01-31' })).toEqual(['To ship', '€24.50 overdue']);
  expect(marks({ task: 'pay', dueOn: '2020-01-31' })).toEqual(['€24.50 overdue']);
  expect(marks({ task: 'pay', dueOn: '2999-01-31' })).toEqual(['€24.50 to pay']);
});

it('says for which day goods are promised, until they have left', () => {
  expect(marks({ promisedOn: '2999-11-28' })).toEqual(['To ship · Nov 28, 2999', 'Unpaid']);
  expect(marks({ promisedOn: '2999-11-28', allocation: 'back-ordered' })[0]).toBe('Waits for stock');
  expect(marks({ promisedOn: '2999-11-28', onHold: true })[0]).toBe('On hold');
  expect(marks({ promisedOn: '2999-11-28', task: 'pay', fulfilment: 'shipped' })).toEqual(['€24.50 to pay']);
  const toneOf = (promisedOn: string) =>
    stubMarks({ task: 'ship', fulfilment: 'unfulfilled', allocation: 'reserved', promisedOn } as OrderRow)[0]
      ?.tone;
  expect([toneOf('2020-01-31'), toneOf('2999-11-28')]).toEqual(['attention', 'waiting']);
});

it('puts what needs a look first', () => {
  expect(marks({ allocation: 'back-ordered' })[0]).toBe('Waits for stock');
  expect(marks({ allocation: 'back-ordered', onHold: true })[0]).toBe('On hold');
});

it('says what is owed to the customer of a cancelled order', () => {
  expect(marks({ task: 'cancelled', balance: -500 as never })).toEqual(['Cancelled', '€5.00 to refund']);
});

it('tells a sale that was taken back from one that is done', () => {
  const over = { task: 'done', payment: 'refunded', balance: 0 as never } as const;
  expect(marks(over)).toEqual(['Done']);
  expect(marks({ ...over, undone: true })).toEqual(['Taken back']);
});

it('marks nothing on a draft, whose place says that it is one', () => {
  expect(marks({ task: 'draft' })).toEqual([]);
});

it('names the first line and how many more there are', () => {
  expect(whatOf({ firstLine: 'Mug', lineCount: 1 })).toBe('Mug');
  expect(whatOf({ firstLine: 'Mug', lineCount: 3 })).toBe('Mug and 2 more');
  expect(whatOf({ lineCount: 0 })).toBe('Nothing on it yet');
});
