import type { PlannedCommand } from '../../kernel/index.ts';
import { days, instantAt, isSunday, minuteOf, startOfDay } from '../calendar.ts';
import { catalogue } from './catalogue.ts';
import { chanceOf, type Chance } from './chance.ts';
import { orderSteps } from './orders.ts';
import { people, type SampleCustomer } from './people.ts';
import { season, type Ending, type Step } from './story.ts';

const SEED = 1704;
const SEASON_DAYS = 56;

/** The terms of the sample book; a book that is open already keeps its own. */
export const openBook = (startedAt: string): PlannedCommand => ({
  commandId: 'sample/book',
  type: 'OpenBook',
  payload: {
    name: 'Orchard & Workshop',
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

/** Working hours of the n-th order's day, and never after now. */
const placedAt = (chance: Chance, n: number, now: number): number => {
  const ago = Math.round((SEASON_DAYS * (season.length - 1 - n)) / (season.length - 1));
  const day = startOfDay(now - days(ago));
  const open = isSunday(day) && ago > 0 ? day - days(1) : day;
  const minute = open + chance.between(8 * 60, 17 * 60);
  const youngest = now - 12 * (season.length - n);
  return Math.min(minute, youngest);
};

const stockSteps = (start: number): Step[] =>
  catalogue.flatMap(({ productId, sku, stocked }) =>
    [0, 14, 28, 42].map((after) => ({
      at: start + days(after) + 45,
      name: `stock/${sku}/${after}`,
      type: 'ReceiveStock',
      payload: { productId, quantity: after === 0 ? stocked : stocked / 2 },
    })),
  );

const spoiled = (start: number): Step[] =>
  catalogue
    .filter(({ sku }) => sku === 'AP-BOS' || sku === 'BR-RYE')
    .map(({ productId, sku }) => ({
      at: start + days(37),
      name: `adjust/${sku}`,
      type: 'AdjustStock',
      payload: { productId, delta: -4000, reason: 'Bruised or stale, given to the animals.' },
    }));

const beginnings = (start: number): Step[] => [
  ...catalogue.map(({ productId, sku, name, unit, unitPrice, taxRate, policy }) => ({
    at: start,
    name: `product/${sku}`,
    type: 'CreateProduct',
    payload: { productId, sku, name, unit, unitPrice, taxRate, stockPolicy: policy },
  })),
  ...people.map(({ customerId, payload }, n) => ({
    at: start + n,
    name: `customer/${customerId}`,
    type: 'CreateCustomer',
    payload,
  })),
];

/** The whole season up to `startedAt` in the order in which it happened, the same at each call. */
export const planSeason = (startedAt: string): readonly PlannedCommand[] => {
  const now = minuteOf(startedAt);
  const start = startOfDay(now - days(SEASON_DAYS + 3));
  const chance = chanceOf(SEED);
  const orders = season.flatMap((ending, n) => {
    const placed = placedAt(chance, n, now);
    return orderSteps(chance, { key: String(n + 1), ending, placed, now, customer: buyer(chance, ending) });
  });
  return [...beginnings(start), ...stockSteps(start), ...spoiled(start), ...orders]
    .sort((a, b) => a.at - b.at)
    .map(({ at, name, type, payload }) => ({
      commandId: `sample/${name}`,
      type,
      payload,
      occurredAt: instantAt(at),
    }));
};
