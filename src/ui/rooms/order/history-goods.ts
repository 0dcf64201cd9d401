import type { HistoryEntry } from '../../../views/order-history/index.ts';
import { money, quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { Sentence } from './sentence.ts';

type Told = HistoryEntry['told'];
/** What becomes of an agreed order and its goods, beside shipping. */
export type GoodsTold = Extract<
  Told,
  {
    type:
      | 'DraftRestored'
      | 'OrderRevised'
      | 'LineRemainderCancelled'
      | 'OrderReopened'
      | 'OrderArchived'
      | 'OrderUnarchived'
      | 'Tagged'
      | 'Untagged'
      | 'PreparationUndone'
      | 'ItemsReady'
      | 'ItemsDelivered'
      | 'ItemsCollected'
      | 'ReturnRequested'
      | 'ReturnReceived'
      | 'ReturnClosed'
      | 'ReturnCancelled';
  }
>;
type Revised = Extract<GoodsTold, { type: 'OrderRevised' }>['data'];

const revised = ({ lines, reason, total }: Revised, currency: string): string => {
  const changes = lines.map(({ name, before, after }) =>
    m.order_told_revised_line({ name, before: quantity(before), after: quantity(after) }),
  );
  const sums = m.order_told_revised_total({
    before: money(total.before, currency),
    after: money(total.after, currency),
  });
  return [reason, ...changes, ...(total.before === total.after ? [] : [sums])].join('\n');
};

/** The sentence for it, begun by `who` did it. Amounts are minor units of `currency`. */
export function toldOfGoods({ type, data }: GoodsTold, who: string, currency: string): Sentence {
  switch (type) {
    case 'DraftRestored':
      return { text: m.order_told_restored({ who }) };
    case 'OrderRevised':
      return { text: m.order_told_revised({ who }), detail: revised(data, currency), tone: 'attention' };
    case 'LineRemainderCancelled': {
      const text = m.order_told_remainder({ who, total: money(data.total, currency) });
      return { text, detail: data.reason, tone: 'attention' };
    }
    case 'OrderReopened':
      return { text: m.order_told_reopened({ who }), detail: data.reason, tone: 'good' };
    case 'OrderArchived':
      return { text: m.order_told_archived({ who }) };
    case 'OrderUnarchived':
      return { text: m.order_told_unarchived({ who }) };
    case 'Tagged':
      return { text: m.order_told_tagged({ who, tag: data.tag }) };
    case 'Untagged':
      return { text: m.order_told_untagged({ who, tag: data.tag }) };
    case 'PreparationUndone':
      return { text: m.order_told_put_back({ who }) };
    case 'ItemsReady':
      return { text: m.order_told_ready({ who }) };
    case 'ItemsDelivered':
      return { text: m.order_told_delivered({ who }), tone: 'good' };
    case 'ItemsCollected':
      return { text: m.order_told_collected({ who }), tone: 'good' };
    case 'ReturnRequested':
      return { text: m.order_told_return_requested({ who }), detail: data.reason, tone: 'attention' };
    case 'ReturnReceived':
      return { text: m.order_told_return_received({ who }) };
    case 'ReturnClosed':
      return { text: m.order_told_return_closed({ who }) };
    case 'ReturnCancelled':
      return { text: m.order_told_return_cancelled({ who }) };
  }
}
