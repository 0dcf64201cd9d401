import { Discount } from '../../domain/pricing/index.ts';
import { basketOf, lineOf, totalOf, type BasketLine, type Shipping } from './basket.ts';
import { dayAt, days } from '../calendar.ts';
import type { Chance } from './chance.ts';
import type { SampleCustomer } from './people.ts';
import { sampleId } from './source.ts';
import { OrderStory, type Ending, type Step } from './story.ts';
import type { SampleWords } from './words/shape.ts';

const HOUR = 60;
const CARRIERS = ['DHL', 'GLS', 'DPD'] as const;

interface Sale {
  readonly key: string;
  readonly ending: Ending;
  readonly placed: number;
  readonly now: number;
  readonly customer: SampleCustomer | undefined;
  readonly words: SampleWords;
}

interface Terms {
  readonly lines: readonly BasketLine[];
  readonly total: number;
  readonly discount: Discount | undefined;
}

const pay = (
  story: OrderStory,
  after: number,
  key: string,
  details: Readonly<Record<string, unknown>>,
): OrderStory => story.then(after, 'RecordPayment', { paymentId: sampleId('payment', key), ...details });

const ship = (
  story: OrderStory,
  after: number,
  key: string,
  details: Readonly<Record<string, unknown>> = {},
): OrderStory => story.then(after, 'ShipItems', { fulfilmentId: sampleId('fulfilment', key), ...details });

const goodsOf = (chance: Chance, { key, ending, customer }: Sale): BasketLine[] => {
  if (ending === 'back-ordered') return [lineOf(key, 'ST-BOW', 60), lineOf(key, 'LI-TOW', 12)];
  const basket = basketOf(chance, key, customer?.isFirm === true);
  if (ending === 'part-shipped' && basket.length < 2) return [...basket, lineOf(key, 'WO-OLI', 1)];
  return basket;
};

/** The draft with its terms, submitted unless it is to stay one. */
const take = (chance: Chance, sale: Sale, story: OrderStory): Terms => {
  const { ending, customer, placed, words } = sale;
  const lines = goodsOf(chance, sale);
  const isParcel = ending !== 'counter' && customer?.isFirm === false && chance.between(1, 3) > 1;
  const shipping: Shipping | undefined = isParcel ? { amount: 590, taxRate: 19_000 } : undefined;
  const discount =
    customer?.isFirm === true && chance.between(1, 3) === 1
      ? Discount.parse({ kind: 'percent', rate: 5000 })
      : undefined;
  story.then(0, 'CreateDraft', { lines, ...(customer && { customerId: customer.customerId }) });
  if (discount) story.then(1, 'SetDiscount', { discount });
  if (shipping) story.then(1, 'SetShipping', { ...shipping });
  if (ending !== 'counter')
    story.then(2, 'SetDates', {
      promisedOn: dayAt(placed + days(chance.between(3, 6))),
      ...(customer?.isFirm === true ? { dueOn: dayAt(placed + days(14)) } : {}),
    });
  if (ending !== 'draft') story.then(3, 'SubmitOrder');
  if (ending !== 'counter' && chance.between(1, 5) === 1)
    story.then(5, 'AddNote', { text: chance.oneOf(words.notes) });
  return { lines, total: totalOf(lines, discount, shipping), discount };
};

const parcel = (chance: Chance) => ({
  carrier: chance.oneOf(CARRIERS),
  tracking: `JJD0${chance.between(100_000_000, 999_999_999)}`,
});

const finish = (
  chance: Chance,
  { key, ending, placed, words }: Sale,
  story: OrderStory,
  { lines, total, discount }: Terms,
): void => {
  const transfer = (amount: number) => ({
    method: 'transfer',
    amount,
    reference: words.transfer(dayAt(placed)),
  });
  const nextDay = days(1) + chance.between(0, 6) * HOUR;
  switch (ending) {
    case 'counter': {
      const tendered = Math.ceil(total / 500) * 500;
      pay(
        story,
        4,
        key,
        chance.between(0, 1) === 0
          ? { method: 'cash', amount: total, tendered }
          : { method: 'card', amount: total },
      );
      ship(story, 5, key);
      return;
    }
    case 'settled':
      pay(story, 20, key, chance.between(0, 2) === 0 ? { method: 'card', amount: total } : transfer(total));
      ship(story, nextDay, key, parcel(chance));
      return;
    case 'invoiced':
    case 'overdue':
      ship(story, nextDay, key, parcel(chance));
      return;
    case 'part-paid':
      pay(story, 3 * HOUR, key, transfer(Math.floor(total / 2)));
      ship(story, nextDay, key, parcel(chance));
      return;
    case 'part-shipped': {
      const [first] = lines;
      if (first)
        ship(story, nextDay, key, {
          lines: [{ lineId: first.lineId, quantity: first.quantity }],
          ...parcel(chance),
        });
      return;
    }
    case 'prepaid':
      pay(story, 2 * HOUR, key, transfer(total));
      return;
    case 'returned':
    case 'coming-back': {
      pay(story, 20, key, transfer(total));
      ship(story, nextDay, key, parcel(chance));
      const [line] = lines;
      if (!line) return;
      const returnId = sampleId('return', key);
      const back = { lineId: line.lineId, quantity: line.quantity };
      story.then(days(4), 'RequestReturn', { returnId, lines: [back], reason: chance.oneOf(words.returns) });
      if (ending === 'coming-back') return;
      story
        .then(days(7), 'ReceiveReturn', { returnId, lines: [{ ...back, disposition: 'restock' }] })
        .then(days(7) + 2, 'CloseReturn', { returnId })
        .then(days(7) + 9, 'RefundNow', {
          ...{ creditId: sampleId('credit', key), refundId: sampleId('refund', key), returnId },
          ...{ amount: totalOf([line], discount, undefined), method: 'transfer', reason: words.sentBack },
        });
      return;
    }
    case 'on-hold':
      story.then(HOUR, 'HoldOrder', { reason: words.onHold });
      return;
    case 'cancelled':
      story.then(5 * HOUR, 'CancelOrder', { reason: chance.oneOf(words.cancellations) });
      return;
    case 'refund-due':
      pay(story, HOUR, key, transfer(total));
      story.then(nextDay, 'CancelOrder', { reason: words.tooLate });
      return;
    case 'to-pack':
    case 'back-ordered':
    case 'draft':
      return;
  }
};

/** Everything that happens to one order, in its order. */
export const orderSteps = (chance: Chance, sale: Sale): readonly Step[] => {
  const story = new OrderStory(sale.key, sale.placed, sale.now);
  finish(chance, sale, story, take(chance, sale, story));
  return story.steps;
};
