import { money, wholeNumber } from '../listing/cells.ts';
import type { Cell } from '../listing/csv.ts';
import type { OrderRow } from '../order-outline/row.ts';

/** The columns of orders as a table that other programs read: the same in every language. */
export const orderTitles: readonly string[] = [
  ...['Order ID', 'Order', 'Reference', 'Placed', 'Customer', 'Company', 'Status', 'Payment', 'Fulfilment'],
  ...['Lines', 'Total', 'Balance', 'Currency'],
];

/** One order as a row of that table. */
export const orderCells = (row: OrderRow): readonly Cell[] => [
  ...[row.id, row.number ?? '', row.reference ?? '', row.placedAt, row.customerName ?? ''],
  row.customerCompany ?? '',
  ...[row.lifecycle, row.payment, row.fulfilment, wholeNumber(row.lineCount)],
  ...[money(row.total, row.currency), money(row.balance, row.currency), row.currency],
];
