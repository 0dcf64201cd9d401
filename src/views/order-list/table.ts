import { money, none, wholeNumber } from '../listing/cells.ts';
import type { Cell } from '../listing/csv.ts';
import type { OrderRow } from '../order-outline/row.ts';

/** The columns of orders as a table that other programs read: the same in every language. */
export const orderTitles: readonly string[] = [
  ...['Order ID', 'Order', 'Reference', 'Placed', 'Customer', 'Company', 'Status', 'Payment', 'Fulfilment'],
  ...['Lines', 'Total', 'Balance', 'Currency', 'Draft total'],
];

/**
 * One order as a row of that table. What a draft would come to is no sale: it stands apart, so that whoever adds up totals
 * adds up orders, and of its balance only what was paid on it is left.
 */
export const orderCells = (row: OrderRow): readonly Cell[] => {
  const { currency, total, balance } = row;
  const amounts =
    row.number === undefined
      ? [none, money(balance - total, currency), currency, money(total, currency)]
      : [money(total, currency), money(balance, currency), currency, none];
  return [
    ...[row.id, row.number ?? '', row.reference ?? '', row.placedAt, row.customerName ?? ''],
    row.customerCompany ?? '',
    ...[row.lifecycle, row.payment, row.fulfilment, wholeNumber(row.lineCount), ...amounts],
  ];
};
