import { currencyDigits, toDecimalString, type CurrencyCode } from '../../domain/pricing/index.ts';
import type { Cell } from '../listing/csv.ts';
import type { OrderRow } from '../order-outline/row.ts';

/** The columns of orders as a table that other programs read: the same in every language. */
export const orderTitles: readonly string[] = [
  ...['Order ID', 'Order', 'Reference', 'Placed', 'Customer', 'Company', 'Status', 'Payment', 'Fulfilment'],
  ...['Lines', 'Total', 'Balance', 'Currency'],
];

const money = (amount: number, currency: CurrencyCode): Cell => ({
  number: toDecimalString(amount, currencyDigits(currency)),
});

/** One order as a row of that table. */
export const orderCells = (row: OrderRow): readonly Cell[] => [
  ...[row.id, row.number ?? '', row.reference ?? '', row.placedAt, row.customerName ?? ''],
  row.customerCompany ?? '',
  ...[row.lifecycle, row.payment, row.fulfilment, { number: String(row.lineCount) }],
  ...[money(row.total, row.currency), money(row.balance, row.currency), row.currency],
];
