import type { OutletStatus, OutletTested } from '../../../client/index.ts';
import type { Tone } from '../../parts/shapes.ts';
import { sentence } from '../../words/errors.ts';
import { count, when } from '../../words/format.ts';
import { m } from '../../words/index.ts';

/** The messages that there are, in the order of an order's life. */
export const TYPES = [
  'order.placed',
  'order.changed',
  'order.paid',
  'order.refunded',
  'order.shipped',
  'order.returned',
  'order.cancelled',
  'order.reopened',
] as const;
export type MessageType = (typeof TYPES)[number];

export const typeWords: Readonly<Record<MessageType, () => string>> = {
  'order.placed': m.outlets_type_order_placed,
  'order.changed': m.outlets_type_order_changed,
  'order.paid': m.outlets_type_order_paid,
  'order.refunded': m.outlets_type_order_refunded,
  'order.shipped': m.outlets_type_order_shipped,
  'order.returned': m.outlets_type_order_returned,
  'order.cancelled': m.outlets_type_order_cancelled,
  'order.reopened': m.outlets_type_order_reopened,
};

export const problemOf = (rejection: Parameters<typeof sentence>[0] | undefined): string | undefined =>
  rejection && sentence(rejection);

/** Where it goes, as short as can be told apart. */
export const hostOf = ({ url = '' }: Pick<OutletStatus, 'url'>): string =>
  URL.canParse(url) ? new URL(url).host : url;

const sentMark = (
  { deliveredAt }: OutletStatus['cursor'],
  letters: OutletStatus['deadLetters'],
): { tone: Tone; text: string } => {
  const aside = letters.filter(({ state }) => state !== 'left-out').length;
  if (aside > 0) return { tone: 'attention', text: m.outlets_state_aside({ count: count(aside) }) };
  if (deliveredAt === undefined) return { tone: 'good', text: m.outlets_state_on() };
  return { tone: 'good', text: m.outlets_state_sent_at({ when: when(deliveredAt) }) };
};

type Standing = Pick<OutletStatus, 'on' | 'cursor' | 'deadLetters'>;

/** How it stands with an address: what is wrong first. */
export const outletMark = ({ on, cursor, deadLetters }: Standing): { tone: Tone; text: string } => {
  if (!on) return { tone: 'plain', text: m.outlets_state_off() };
  const { trouble, failingSince } = cursor;
  if (trouble === undefined) return sentMark(cursor, deadLetters);
  const since = failingSince === undefined ? '' : when(failingSince);
  switch (trouble) {
    case 'unreachable':
      return { tone: 'attention', text: m.outlets_state_unreachable({ when: since }) };
    case 'busy':
      return { tone: 'waiting', text: m.outlets_state_busy({ when: since }) };
    case 'refused':
      return { tone: 'waiting', text: m.outlets_state_refused() };
    case 'not-allowed':
      return { tone: 'attention', text: m.outlets_state_not_allowed() };
  }
};

/** What became of a test, in a sentence. */
export const testedMark = (tested: OutletTested): { tone: Tone; text: string } => {
  if (tested.status === 'refused') return { tone: 'wrong', text: sentence(tested.rejection) };
  const { attempt } = tested;
  if (attempt.taken) return { tone: 'good', text: m.outlets_test_taken() };
  const status = String(attempt.status ?? '');
  switch (attempt.trouble) {
    case 'unreachable':
      return { tone: 'attention', text: m.outlets_test_unreachable() };
    case 'busy':
      return { tone: 'attention', text: m.outlets_test_busy({ status }) };
    case 'refused':
      return { tone: 'wrong', text: m.outlets_test_refused({ status }) };
    case 'not-allowed':
      return { tone: 'attention', text: m.outlets_test_not_allowed() };
  }
};
