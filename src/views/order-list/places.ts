import { buyerName } from '../../domain/naming/buyer-name.ts';
import { currencyDigits } from '../../domain/pricing/currency.ts';
import { counted, sortKey, tieOf } from '../listing/index.ts';
import type { OutlineRow } from '../order-outline/row.ts';
import type { ListedRow } from './row.ts';

/** After every number and name. */
const LAST = '\uffff';
/** Of a name: what tells it from others in a list. */
const LETTERS = 60;
const MOST_DIGITS = 3;

/** One amount of money beside another, whatever digits their currencies have. */
const amount = ({ total, currency }: OutlineRow): string =>
  `${String(total)}${'0'.repeat(MOST_DIGITS - currencyDigits(currency))}`.padStart(15, '0');

/**
 * Money is waited for once the goods have left or the buyer was told to pay, by an invoice or a day; what is to be paid
 * back is so at any time.
 */
const awaitsMoney = ({ lifecycle, task, balance, dueOn, invoiced }: OutlineRow): boolean => {
  if (balance < 0) return lifecycle === 'open' || lifecycle === 'cancelled';
  if (balance === 0 || lifecycle !== 'open') return false;
  return task !== 'ship' || dueOn !== undefined || invoiced !== undefined;
};

/** By company, where there is one, as lists name it. */
const buyerOf = ({ customerName: name, customerCompany: company }: OutlineRow): string | undefined =>
  name === undefined ? undefined : buyerName({ name, company });

/** The row with its places. */
export const placed = (row: OutlineRow | undefined): ListedRow | undefined => {
  if (!row) return undefined;
  const { number, lifecycle, balance, dueOn, onHold, task } = row;
  const tie = tieOf(row.sort);
  return {
    ...row,
    byNumber: sortKey(number === undefined ? LAST : counted(number), tie),
    byCustomer: sortKey(counted(buyerOf(row) ?? LAST).slice(0, LETTERS), tie),
    byTotal: sortKey(amount(row), tie),
    ...(lifecycle === 'open' && balance > 0 && dueOn !== undefined && { owedOn: dueOn }),
    ...(task !== 'pay' && { queue: task }),
    ...(awaitsMoney(row) && { toPay: 1 }),
    ...(onHold && { held: 1 }),
  };
};
