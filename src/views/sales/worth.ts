import type { ProductId } from '../../domain/ids.ts';
import { allocate, minorUnits, prorated, type PricedOrder } from '../../domain/pricing/index.ts';
import type { Agreed, Credited, ProductWorth, RateShare, RateWorth, SoldLine, Worth } from './row.ts';

export const NOTHING: Worth = { net: 0, tax: 0, rates: [], products: [] };

/** What an order comes to by these totals, which are of what counts. */
export const agreedBy = (totals: PricedOrder): Agreed => ({
  net: totals.total - totals.taxTotal,
  tax: totals.taxTotal,
  rates: totals.taxByRate.map(({ rate, net, tax }): RateWorth => [rate, net, tax]),
});

/** The lines with what each comes to by these totals. */
export const pricedBy = (totals: PricedOrder, lines: readonly SoldLine[]): readonly SoldLine[] => {
  const priced = new Map<string, PricedOrder['lines'][number]>(
    totals.lines.map((line) => [line.lineId, line]),
  );
  return lines.map(([lineId, productId, ordered, off, , , returned]) => {
    const { net = 0, total = 0 } = priced.get(lineId) ?? {};
    return [lineId, productId, ordered, off, net, total, returned];
  });
};

/** What is sold of each product. */
export const productsSold = (lines: readonly SoldLine[]): readonly ProductWorth[] =>
  summedBy(lines.map(([, id, ordered, off, net, gross]): ProductWorth => [id, ordered - off, net, gross]));

/** What of it came back: each unit is worth its part of its line, to the cent what is proposed to be credited for it. */
export const productsReturned = (lines: readonly SoldLine[]): readonly ProductWorth[] =>
  summedBy(
    lines.flatMap(([, id, ordered, off, net, gross, returned]): ProductWorth[] => {
      if (returned === 0 || ordered === off) return [];
      const part = (amount: number) => prorated(minorUnits(amount), returned, ordered - off);
      return [[id, returned, part(net), part(gross)]];
    }),
  );

const isSomething = ([, ...figures]: readonly [unknown, ...number[]]): boolean =>
  figures.some((figure) => figure !== 0);

/** Figures under the same key added up, in the order in which the keys came; what comes to nothing is left out. */
const summedBy = <Entry extends readonly [ProductId | number, ...number[]]>(
  entries: readonly Entry[],
): Entry[] => {
  const sums = new Map<ProductId | number, readonly [ProductId | number, ...number[]]>();
  for (const entry of entries) {
    const [key, ...figures] = entry;
    const [, ...before] = sums.get(key) ?? [key];
    sums.set(key, [key, ...figures.map((figure, n) => figure + (before[n] ?? 0))]);
  }
  return [...sums.values()].filter(isSomething) as unknown as Entry[];
};

const negated = <Entry extends readonly [ProductId | number, ...number[]]>([key, ...figures]: Entry): Entry =>
  [key, ...figures.map((figure) => 0 - figure)] as unknown as Entry;

export const productDifference = (
  before: readonly ProductWorth[],
  after: readonly ProductWorth[],
): readonly ProductWorth[] => summedBy([...after, ...before.map(negated)]);

/** What came to it: `after` less `before`. */
export const difference = (before: Worth, after: Worth): Worth => ({
  net: after.net - before.net,
  tax: after.tax - before.tax,
  rates: summedBy([...after.rates, ...before.rates.map(negated)]),
  products: productDifference(before.products, after.products),
});

export const isNothing = ({ net, tax, rates, products }: Worth): boolean =>
  net === 0 && tax === 0 && rates.length === 0 && products.length === 0;

/** So much of each rate (minor units, tax in it), which bears the same part of its tax. */
const taken = (shares: readonly number[], rates: readonly RateWorth[]): Credited => {
  const credited = rates.map(([rate, net, tax], n): RateWorth => {
    const share = shares[n] ?? 0;
    const part = share === 0 ? 0 : prorated(minorUnits(tax), share, net + tax);
    return [rate, part - share, 0 - part];
  });
  return {
    net: credited.reduce((sum, [, net]) => sum + net, 0),
    tax: credited.reduce((sum, [, , tax]) => sum + tax, 0),
    rates: credited.filter(isSomething),
  };
};

const givenBack = ({ net, tax, rates }: Credited): Credited => ({
  net: 0 - net,
  tax: 0 - tax,
  rates: rates.map(negated),
});

/**
 * What a credit of `amount` (minor units, tax in it) takes off: every rate bears its part of it, and the same part of its
 * tax; parts add up to the amount. An order that comes to nothing bears it without tax.
 */
export const creditBy = (amount: number, { rates }: Pick<Worth, 'rates'>): Credited => {
  const charged = rates.filter(([, net, tax]) => net + tax > 0);
  if (charged.length === 0) return { net: 0 - amount, tax: 0, rates: [] };
  const grosses = charged.map(([, net, tax]) => minorUnits(net + tax));
  return taken(allocate(minorUnits(amount), grosses), charged);
};

export const NO_CREDIT: Credited = { net: 0, tax: 0, rates: [] };

/** What credits come to in all: of any sign, added up by rate. */
export const plusCredit = (one: Credited, other: Credited): Credited => ({
  net: one.net + other.net,
  tax: one.tax + other.tax,
  rates: summedBy([...one.rates, ...other.rates]),
});

/**
 * How what is credited changes when `amount` of it is to count and `counts` did so far. More of it is borne by what is `left`
 * of each rate; less is taken back from the rates that bore it, so that nothing is left of it when nothing counts.
 */
export const creditChange = (amount: number, counts: Credited, left: Pick<Worth, 'rates'>): Credited => {
  const more = amount + counts.net + counts.tax;
  if (more > 0) return creditBy(more, left);
  if (more === 0) return NO_CREDIT;
  return givenBack(creditBy(0 - more, givenBack(counts)));
};

const grossOf = (rates: readonly RateWorth[], of: number): number =>
  rates.reduce((sum, [rate, net, tax]) => (rate === of ? sum + net + tax : sum), 0);

/**
 * The same of credits for goods that came back: each rate bears what was `granted` under it, as far as there is that much
 * `left` of it, what `counts` already included.
 */
export const goodsChange = (
  granted: readonly RateShare[],
  counts: Credited,
  left: Pick<Worth, 'rates'>,
): Credited => {
  const more = new Map(
    granted.map(([rate, share]) => {
      const now = 0 - grossOf(counts.rates, rate);
      const most = Math.max(0, now + grossOf(left.rates, rate));
      return [rate, Math.min(share, most) - now];
    }),
  );
  const up = left.rates.map(([rate]) => Math.max(0, more.get(rate) ?? 0));
  const bore = counts.rates.map(negated);
  const down = bore.map(([rate]) => Math.max(0, 0 - (more.get(rate) ?? 0)));
  return plusCredit(taken(up, left.rates), givenBack(taken(down, bore)));
};

/** What was granted by rate, with these shares on top. */
export const plusShares = (granted: readonly RateShare[], more: readonly RateShare[]): readonly RateShare[] =>
  summedBy([...granted, ...more]);
