import type { PlannedCommand } from '../../kernel/index.ts';
import { days, instantAt, minuteOf, startOfDay, weekdayOf } from '../calendar.ts';
import { catalogue } from './catalogue.ts';
import { chanceOf, type Chance } from './chance.ts';
import { orderSteps } from './orders.ts';
import { people, type SampleCustomer } from './people.ts';
import { season, type Ending, type Step } from './story.ts';
import type { SampleWords } from './words/shape.ts';

const SEED = 1704;
const SEASON_DAYS = season.length * 7;
/** The stall stands on the market on Wednesdays and Saturdays; post comes and goes from Monday to Friday. */
const MARKET = [3, 6] as const;
const WORK = [1, 2, 3, 4, 5] as const;

/** The terms of the sample book; a book that is open already keeps its own. */
export const openBook = (startedAt: string, words: SampleWords): PlannedCommand => ({
  commandId: 'sample/book',
  type: 'OpenBook',
  payload: {
    name: words.book,
    currency: 'EUR',
    taxMode: 'inclusive',
    rounding: 'perLine',
    defaultTaxRate: 19_000,
    numberPrefix: 'A-',
  },
  occurredAt: instantAt(minuteOf(startedAt) - days(SEASON_DAYS + 4)),
});

/** Firms buy on account; at the counter most people stay unknown. */
const buyer = (chance: Chance, ending: Ending): SampleCustomer | undefined => {
  const among = (isFirm: boolean) =>
    chance.some(
      people.filter((person) => person.isFirm === isFirm),
      1,
    )[0];
  switch (ending) {
    case 'counter':
      return chance.between(1, 4) === 1 ? among(false) : undefined;
    case 'invoiced':
    case 'overdue':
    case 'part-paid':
    case 'back-ordered':
      return among(true);
    case 'on-hold':
      return among(false);
    default:
      return among(chance.between(1, 4) === 1);
  }
};

interface Place {
  /** The first day of its week. */
  readonly week: number;
  readonly ending: Ending;
  /** So many orders came after it. */
  readonly after: number;
}

/** The last week keeps its order, which says what waits longest; before, there are market days and working days. */
const dayOf = (chance: Chance, { week, ending, after }: Place): number => {
  const newest = season.at(-1)?.length ?? 0;
  if (after < newest) {
    const day = week + days(6 - Math.round((6 * after) / (newest - 1)));
    return weekdayOf(day) === 0 && after > 0 ? day - days(1) : day;
  }
  const weekday = ending === 'counter' ? chance.oneOf(MARKET) : chance.oneOf(WORK);
  return week + days((weekday - weekdayOf(week) + 7) % 7);
};

/** Within the hours of its day, and never after now. */
const placedAt = (chance: Chance, place: Place, now: number): number => {
  const [opens, closes] = place.ending === 'counter' ? [7, 13] : [8, 18];
  const minute = dayOf(chance, place) + chance.between(opens * 60, closes * 60);
  return Math.min(minute, now - 12 * (place.after + 1));
};

const SUPPLIERS: Readonly<Record<string, keyof SampleWords['suppliers']>> = {
  BR: 'bakery',
  CH: 'dairy',
  BU: 'dairy',
  ST: 'pottery',
  LI: 'weaver',
  WL: 'weaver',
};

/** Days since the start; the last one came a week ago. */
const DELIVERIES = [0, 33, 66, 99, 132] as const;

/** What grows here is picked; the rest comes with a note of whoever brings it. */
const noteOf = ({ suppliers, delivered }: SampleWords, sku: string, after: number) => {
  const supplier = SUPPLIERS[sku.slice(0, 2)];
  return supplier === undefined ? {} : { note: delivered(suppliers[supplier], 4_100 + after) };
};

const stockSteps = (start: number, words: SampleWords): Step[] =>
  catalogue.flatMap(({ productId, sku, stocked }) =>
    DELIVERIES.map((after) => ({
      at: start + days(after) + 45,
      name: `stock/${sku}/${after}`,
      type: 'ReceiveStock',
      payload: {
        productId,
        quantity: after === 0 ? stocked * 1.5 : stocked / 2,
        ...noteOf(words, sku, after),
      },
    })),
  );

const watched = (start: number): Step[] =>
  catalogue.flatMap(({ productId, sku, reorder }) =>
    reorder === undefined
      ? []
      : [
          {
            ...{ at: start + 50, name: `reorder/${sku}`, type: 'SetReorderLevel' },
            payload: { productId, level: reorder },
          },
        ],
  );

const spoiled = (start: number, words: SampleWords): Step[] =>
  catalogue
    .filter(({ sku }) => sku === 'AP-BOS' || sku === 'BR-RYE')
    .map(({ productId, sku }) => ({
      at: start + days(87),
      name: `adjust/${sku}`,
      type: 'AdjustStock',
      payload: { productId, delta: -4000, reason: words.spoiled },
    }));

const beginnings = (start: number, { language, goods, units }: SampleWords): Step[] => [
  ...catalogue.map(({ productId, sku, unit, unitPrice, taxRate, policy }) => ({
    at: start,
    name: `product/${sku}`,
    type: 'CreateProduct',
    payload: { productId, sku, name: goods[sku], unit: units[unit], unitPrice, taxRate, stockPolicy: policy },
  })),
  ...people.map(({ customerId, payloadIn }, n) => ({
    at: start + n,
    name: `customer/${customerId}`,
    type: 'CreateCustomer',
    payload: payloadIn(language),
  })),
];

/** The whole season up to `startedAt` in the order in which it happened, the same at each call in the same words. */
export const planSeason = (startedAt: string, words: SampleWords): readonly PlannedCommand[] => {
  const now = minuteOf(startedAt);
  const start = startOfDay(now - days(SEASON_DAYS + 3));
  const chance = chanceOf(SEED);
  const orders = season
    .flatMap((endings, n) => {
      const week = startOfDay(now - days(7 * (season.length - n) - 1));
      return endings.map((ending) => ({ ending, week }));
    })
    .flatMap(({ ending, week }, n, { length }) => {
      const placed = placedAt(chance, { week, ending, after: length - 1 - n }, now);
      const customer = buyer(chance, ending);
      return orderSteps(chance, { key: String(n + 1), ending, placed, now, customer, words });
    });
  return [
    ...beginnings(start, words),
    ...stockSteps(start, words),
    ...watched(start),
    ...spoiled(start, words),
    ...orders,
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ at, name, type, payload }) => ({
      commandId: `sample/${name}`,
      type,
      payload,
      occurredAt: instantAt(at),
    }));
};
