import type { CurrencyCode } from '../../domain/pricing/index.ts';
import type { AccountRow, StatementEntry } from './row.ts';

/** An entry as it is answered: of which order, and what was owed in this currency after it. */
export interface StatementLine extends StatementEntry {
  readonly orderId: string;
  /** Absent while the order is a draft. */
  readonly number?: string;
  readonly balance: number;
}

/** What is owed in one currency, in its minor units: above zero by the customer, below by us. */
export interface CurrencyAccount {
  readonly currency: CurrencyCode;
  readonly opening: number;
  /** The oldest first. */
  readonly entries: readonly StatementLine[];
  readonly closing: number;
}

/** Instants, the last one excluded. */
interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const byTime = (one: StatementEntry, other: StatementEntry): number => {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.position - other.position;
};

const linesOf = ({ id: orderId, number, entries }: AccountRow): Omit<StatementLine, 'balance'>[] =>
  entries.map((entry) => ({ ...entry, orderId, ...(number !== undefined && { number }) }));

/** After every instant: ISO instants begin with a digit. */
const NEVER = '~';

/** What was owed on one order before an instant. */
export const balanceBefore = ({ entries }: AccountRow, until: string): number =>
  entries.reduce((sum, { at, change }) => (at < until ? sum + change : sum), 0);

/** The running account over all orders of one currency. */
export const currencyAccount = (
  currency: CurrencyCode,
  rows: readonly AccountRow[],
  { from = '', until = NEVER }: Period,
): CurrencyAccount => {
  let opening = 0;
  let balance = 0;
  const entries: StatementLine[] = [];
  for (const line of rows.flatMap(linesOf).sort(byTime)) {
    if (line.at >= until) break;
    balance += line.change;
    if (line.at < from) opening = balance;
    else entries.push({ ...line, balance });
  }
  return { currency, opening, entries, closing: balance };
};
