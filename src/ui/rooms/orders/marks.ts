import type { OrderRow } from '../../../views/order-outline/row.ts';
import { day, money, today } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { allocationMark, fulfilmentMark, isOverdue, paymentMark, type Mark } from '../order/statuses.ts';

type Of = Pick<
  OrderRow,
  | 'task'
  | 'lifecycle'
  | 'payment'
  | 'fulfilment'
  | 'allocation'
  | 'onHold'
  | 'undone'
  | 'balance'
  | 'currency'
  | 'promisedOn'
  | 'dueOn'
  | 'invoiced'
  | 'remindedOf'
>;

/** What is owed, and by whom, in words. */
const moneyMark = ({ balance, currency, dueOn, remindedOf }: Of): Mark[] => {
  if (isOverdue(dueOn, balance)) {
    const amount = money(balance, currency);
    const text = remindedOf === dueOn ? m.orders_remind({ amount }) : m.orders_overdue({ amount });
    return [{ id: 'money', tone: 'attention', text }];
  }
  if (balance > 0)
    return [{ id: 'money', tone: 'waiting', text: m.orders_owes({ amount: money(balance, currency) }) }];
  if (balance < 0)
    return [
      { id: 'money', tone: 'attention', text: m.orders_refund({ amount: money(0 - balance, currency) }) },
    ];
  return [];
};

/** Said, but not what is to be done now. */
const quiet = (marks: readonly Mark[]): Mark[] => marks.map((mark) => ({ ...mark, tone: 'plain' }));

/** What is to be done with the goods, with the day for which they are promised; once that is over it needs a look. */
const promised = (mark: Mark, promisedOn: string | undefined): Mark =>
  promisedOn === undefined
    ? mark
    : {
        ...mark,
        text: `${mark.text} · ${day(promisedOn)}`,
        ...(promisedOn < today() && { tone: 'attention' }),
      };

/** At most two marks for a stub: first what needs a look, then what is to be done. A draft's place says that it is one. */
export const stubMarks = (row: Of): readonly Mark[] => {
  switch (row.task) {
    case 'draft':
      return [];
    case 'done':
      return row.undone
        ? [{ id: 'undone', tone: 'plain', text: m.order_state_taken_back() }]
        : [{ id: 'done', tone: 'good', text: m.orders_mark_done() }];
    case 'cancelled':
      return [{ id: 'cancelled', tone: 'plain', text: m.orders_mark_cancelled() }, ...moneyMark(row)];
    case 'discarded':
      return [{ id: 'discarded', tone: 'plain', text: m.orders_mark_discarded() }];
    case 'return':
      return [{ id: 'return', tone: 'waiting', text: m.orders_mark_return() }, ...moneyMark(row)];
    case 'pay':
      return moneyMark(row);
    case 'ship': {
      const held: Mark[] = row.onHold ? [{ id: 'hold', tone: 'attention', text: m.order_on_hold() }] : [];
      const leaving = fulfilmentMark(row.fulfilment).map((mark) => promised(mark, row.promisedOn));
      const goods = [...held, ...allocationMark(row.allocation), ...leaving];
      const isPaid = row.payment === 'paid';
      // Nobody was told to pay yet.
      const isUntold = row.payment === 'unpaid' && row.dueOn === undefined && row.invoiced === undefined;
      const paid = paymentMark(row.payment);
      return [...goods.slice(0, 1), ...(isPaid ? paid : isUntold ? quiet(paid) : moneyMark(row))];
    }
  }
};

/** What was ordered, in a line. */
export const whatOf = ({ firstLine, lineCount }: Pick<OrderRow, 'firstLine' | 'lineCount'>): string => {
  if (firstLine === undefined) return m.orders_nothing_on_it();
  return lineCount > 1 ? m.orders_first_and_more({ name: firstLine, count: lineCount - 1 }) : firstLine;
};
