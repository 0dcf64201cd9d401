import { CustomerOrders } from '../../../views/customer-orders/index.ts';
import {
  CustomerCredit,
  CustomerStatement,
  type OrderCredit,
  type Statement,
} from '../../../views/customer-statement/index.ts';
import type { OrderRow } from '../../../views/order-outline/index.ts';
import type { Ask } from '../../explain/ask-then.ts';
import type { ExplainedLine, Explanation } from '../../explain/explanation.ts';
import { instantInFull } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { whatOf } from '../orders/marks.ts';
import { toldOf } from '../print/statement.ts';

const PAGE = 500;

interface Whose {
  readonly customerId: string;
  readonly currency: string;
}

const named = (number: string | undefined): string =>
  number === undefined ? m.explain_draft() : m.explain_order({ number });

/** Open orders of the currency: drafts and cancelled ones are none. */
const openOrders = async (ask: Ask, { customerId, currency }: Whose): Promise<readonly OrderRow[]> => {
  const rows: OrderRow[] = [];
  let after: string | undefined;
  do {
    const page = await ask(CustomerOrders, {
      ...{ customerId, limit: PAGE },
      ...(after !== undefined && { after }),
    });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows.filter((row) => row.lifecycle === 'open' && row.currency === currency);
};

const orderLine = (row: OrderRow, amount: number): ExplainedLine => ({
  ...{ id: row.id, text: named(row.number), amount, href: `#/orders/${row.id}` },
  detail: `${instantInFull(row.placedAt)} · ${whatOf(row)}`,
});

export const explainedCount = async (ask: Ask, whose: Whose): Promise<Explanation> => ({
  measure: { of: 'count' },
  lines: (await openOrders(ask, whose)).map((row) => orderLine(row, 1)),
});

export const explainedTotal = async (ask: Ask, whose: Whose): Promise<Explanation> => ({
  measure: { of: 'money', currency: whose.currency },
  lines: (await openOrders(ask, whose)).map((row) => orderLine(row, row.total)),
});

/** The account, entry by entry; what is owed to the customer is shown above zero, and so are the entries that make it. */
export const balanceLines = (statement: Statement, currency: string): readonly ExplainedLine[] => {
  const account = statement.currencies.find((one) => one.currency === currency);
  if (!account) return [];
  const sign = account.closing < 0 ? -1 : 1;
  return account.entries
    .filter(({ change }) => change !== 0)
    .map((entry) => ({
      id: String(entry.position),
      text: `${named(entry.number)} · ${toldOf(entry)}`,
      detail: instantInFull(entry.at),
      amount: sign * entry.change,
      href: `#/orders/${entry.orderId}`,
    }));
};

export const explainedBalance = async (ask: Ask, { customerId, currency }: Whose): Promise<Explanation> => ({
  measure: { of: 'money', currency },
  lines: balanceLines(await ask(CustomerStatement, { customerId }), currency),
});

export const creditLines = (credits: readonly OrderCredit[], currency: string): readonly ExplainedLine[] =>
  credits
    .filter((one) => one.currency === currency)
    .map(({ id, number, credit }) => ({
      ...{ id, text: named(number), amount: credit, href: `#/orders/${id}` },
    }));

export const explainedCredit = async (ask: Ask, { customerId, currency }: Whose): Promise<Explanation> => ({
  measure: { of: 'money', currency },
  lines: creditLines(await ask(CustomerCredit, { customerId }), currency),
});
