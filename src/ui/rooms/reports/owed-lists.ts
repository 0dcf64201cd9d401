import type { Owed, OwedOrder } from '../../../views/customer-statement/index.ts';
import type { ExplainedLine, Explanation } from '../../explain/explanation.ts';
import { sumOf } from '../../explain/explanation.ts';
import type { Tone } from '../../parts/shapes.ts';
import { dayBegins, dayOf } from '../../words/days.ts';
import { count, day } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { amount, counted, dated, figure, first, main, shares, sumBy } from './figures.ts';
import type { Names } from './names.svelte.ts';

const AGES = [
  ...[m.reports_no_due_day, m.reports_not_due],
  ...[m.reports_to_30, m.reports_to_60, m.reports_to_90, m.reports_over_90],
];
const TONES = ['accent', 'accent', 'waiting', 'attention', 'attention', 'wrong'] as const satisfies readonly (
  Tone | 'accent'
)[];
/** Something is of a class once it has been due longer than so many days. */
const DAYS = [0, 30, 60, 90];

/** The days before which something was due to be of a class, as the query is asked for them. */
export const agesOn = (on: string): string[] => DAYS.map((days) => dayOf(dayBegins(on, 0 - days)));

export interface OwedSeen {
  readonly owed: Owed;
  readonly currency: string;
  /** The day at whose end it is owed. */
  readonly on: string;
  readonly isToday: boolean;
  /** The orders of one class, or of all of them. */
  readonly ask: (age?: number) => Promise<readonly OwedOrder[]>;
}

/** Since when it is owed; the day on which it was placed is no due day. */
const sinceOf = ({ dueOn, placedAt }: OwedOrder): string =>
  dueOn === undefined
    ? m.explain_no_due_day({ day: day(dayOf(new Date(placedAt))) })
    : m.explain_due({ day: day(dueOn) });

/** Which orders it comes of, the longest owing first; what is beyond them is one line. */
export const explainedOwed = async (
  { currency, ask }: Pick<OwedSeen, 'currency' | 'ask'>,
  total: number,
  age?: number,
): Promise<Explanation> => {
  const orders = await ask(age);
  const lines: readonly ExplainedLine[] = orders.map((order) => ({
    ...{ id: order.id, amount: order.balance, href: `#/orders/${order.id}` },
    text: order.number === undefined ? m.explain_draft() : m.explain_order({ number: order.number }),
    detail: sinceOf(order),
  }));
  const others = total - sumOf(lines);
  return {
    measure: { of: 'money', currency },
    lines:
      others === 0 ? lines : [...lines, { id: 'others', text: m.explain_other_orders(), amount: others }],
    note: m.explain_owed_rule(),
  };
};

/** What customers owe, by how long it has been due. */
export const ageList = (seen: OwedSeen) => {
  const { owed, currency, on, isToday } = seen;
  const bars = shares(owed.classes.map((one) => one.owed));
  const total = sumBy(owed.classes, (one) => one.owed);
  const told = (title: string, sum: number, age?: number) => ({
    ...{ title, amount: sum },
    explain: () => explainedOwed(seen, sum, age),
  });
  return {
    title: isToday ? m.reports_receivables() : m.reports_receivables_on({ day: day(on) }),
    file: m.reports_receivables_on({ day: on }),
    currency,
    columns: [first(m.reports_due()), figure('orders', m.reports_orders()), main('owed', m.reports_owed())],
    rows: AGES.flatMap((label, age) => {
      const { orders = 0, owed: sum = 0 } = owed.classes[age] ?? {};
      if (orders === 0) return [];
      return [
        {
          ...{ id: String(age), share: bars[age], tone: TONES[age] },
          cells: {
            what: label(),
            orders: counted(orders),
            owed: { ...amount(sum, currency, true), explained: told(label(), sum, age) },
          },
        },
      ];
    }),
    sum: {
      what: m.reports_sum(),
      orders: counted(sumBy(owed.classes, ({ orders }) => orders)),
      owed: { ...amount(total, currency), explained: told(m.reports_owed(), total) },
    },
  };
};

/** Each order on which something is owed, as far as they are answered. */
export const owedList = ({ owed, currency, on, isToday }: OwedSeen, names: Pick<Names, 'of'>) => {
  const all = sumBy(owed.classes, ({ orders }) => orders);
  const rest = all - owed.rows.length;
  return {
    title: isToday ? m.reports_open_orders() : m.reports_open_orders_on({ day: day(on) }),
    file: m.reports_open_orders_on({ day: on }),
    currency,
    columns: [
      first(m.reports_order()),
      { id: 'customer', label: m.reports_customer() },
      figure('placed', m.reports_placed_on()),
      figure('due', m.reports_due_on()),
      main('owed', m.reports_owed()),
    ],
    rows: owed.rows.map((order) => ({
      id: order.id,
      href: `#/orders/${order.id}`,
      cells: {
        what: order.number ?? m.order_draft(),
        customer:
          order.customerId === undefined ? m.order_no_customer() : (names.of(order.customerId) ?? '…'),
        placed: dated(dayOf(new Date(order.placedAt))),
        due: order.dueOn === undefined ? { text: m.reports_no_due_day(), cell: '' } : dated(order.dueOn),
        owed: amount(order.balance, currency, true),
      },
    })),
    sum: {
      what: m.reports_sum(),
      owed: amount(
        sumBy(owed.classes, (one) => one.owed),
        currency,
      ),
    },
    note: rest > 0 ? m.reports_owed_more({ shown: count(owed.rows.length), all: count(all) }) : undefined,
  };
};
