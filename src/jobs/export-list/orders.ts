import { OrderDetails } from '../../views/order-details/query.ts';
import type { OrderPage } from '../../views/order-details/index.ts';
import { OrderList } from '../../views/order-list/query.ts';
import { orderCells, orderTitles } from '../../views/order-list/table.ts';
import { fieldTitles } from '../import-book/formats/plain/fields.ts';
import { money, none, percent, price, quantity } from '../../views/listing/cells.ts';
import type { Row } from './cells.ts';
import type { Ask, Filter, List } from './list.ts';
import { addressCells } from './things.ts';

const pageOf = (ask: Ask, filter: Filter, after: string | undefined, limit: number) =>
  ask(OrderList, { ...filter, after, limit });

/** One order to a row, as the list on the screen has them. */
export const orders: List = {
  titles: orderTitles,
  page: async (ask, filter, after) => {
    const { rows, next } = await pageOf(ask, filter, after, 200);
    return {
      rows: rows.map(orderCells),
      passed: rows.length,
      next,
    };
  },
};

/** The page of each order that has a number: drafts are no orders yet. */
const detailed =
  (rowsOf: (order: OrderPage & { readonly number: string }) => readonly Row[]): List['page'] =>
  async (ask, filter, after) => {
    const { rows, next } = await pageOf(ask, filter, after, 50);
    const found: Row[] = [];
    for (const { id } of rows) {
      const order = await ask(OrderDetails, { orderId: id });
      if (order?.number !== undefined) found.push(...rowsOf({ ...order, number: order.number }));
    }
    return { rows: found, passed: rows.length, next };
  };

/** Where this table comes in again, nobody's credit is known. */
const tillMethod = (method: OrderPage['payments'][number]['method'] | undefined): string =>
  method === 'credit' ? 'other' : (method ?? '');

const lineRows = (order: OrderPage & { readonly number: string }): readonly Row[] => {
  const { currency, customer, shipping, agreed = order.totals, dates } = order;
  const prices = new Map(agreed.lines.map((line) => [line.lineId, line]));
  const discount = agreed.lines.reduce((sum, line) => sum + line.orderDiscountShare, 0);
  const shippedAt = order.fulfilment === 'shipped' ? (order.shipments.at(-1)?.at ?? order.placedAt) : '';
  const { balance, payments } = order;
  return order.lines.map((line) => [
    ...[order.id, order.number, order.placedAt, order.lifecycle],
    ...[customer?.customerId ?? '', customer?.name ?? '', customer?.company ?? '', '', ''],
    ...addressCells(customer?.address),
    ...[line.productId, line.variantId ?? '', line.name, line.variant ?? '', line.sku ?? ''],
    ...[quantity(line.quantity), price(line.unitPrice)],
    money(prices.get(line.lineId)?.discount ?? 0, currency),
    ...[percent(line.taxRate), money(discount, currency)],
    money(agreed.shippingTotal, currency),
    shipping ? percent(shipping.taxRate) : none,
    ...[order.taxMode, currency, money(agreed.total, currency)],
    balance.net > 0 ? money(balance.net, currency) : none,
    tillMethod(payments.findLast(({ voided }) => !voided)?.method),
    ...[shippedAt, dates.promisedOn ?? '', dates.dueOn ?? ''],
    order.notes.map(({ text }) => text).join('\n'),
  ]);
};

/** One line of an order to a row: the table that comes in again as it went out. */
export const orderLines: List = { titles: Object.values(fieldTitles.orders), page: detailed(lineRows) };

/** Money in and money back, one movement to a row. */
export const payments: List = {
  titles: ['Order', 'Customer', 'At', 'What', 'Method', 'Amount', 'Currency', 'Reference', 'Voided'],
  page: detailed(({ number, customer, currency, payments: paid, refunds }) => [
    ...paid.map((payment): Row => {
      const { at, method, amount, reference = '', voided } = payment;
      const who = [number, customer?.name ?? '', at, 'payment', method];
      return [...who, money(amount, currency), currency, reference, voided ? 'yes' : ''];
    }),
    ...refunds.map((refund): Row => {
      const { at, method, amount, reference = '' } = refund;
      const who = [number, customer?.name ?? '', at, 'refund', method];
      return [...who, money(0 - amount, currency), currency, reference, ''];
    }),
  ]),
};
