import * as z from 'zod/mini';
import { roundTogether } from './allocate.ts';
import { WHOLE, type TaxRate } from './measures.ts';
import { roundHalfAwayFromZero } from './rounding.ts';

/** Whether the prices people see and type already hold the tax. */
export const TaxMode = z.enum(['inclusive', 'exclusive']);
export type TaxMode = z.infer<typeof TaxMode>;

/** Where tax is rounded: on each line, or once on the sum of each rate. */
export const TaxRounding = z.enum(['perLine', 'perRate']);
export type TaxRounding = z.infer<typeof TaxRounding>;

/** `amount` ≥ 0 in minor units, after discounts, in the price mode. */
export interface Taxable {
  readonly amount: bigint;
  readonly taxRate: TaxRate;
}

/** net + tax = gross, always. */
export interface Taxed {
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

/** Exact tax = amount × rate ÷ this. */
const taxDivisor = (rate: TaxRate, mode: TaxMode): bigint =>
  BigInt(mode === 'inclusive' ? WHOLE + rate : WHOLE);

function roundedTax(amount: bigint, rate: TaxRate, mode: TaxMode): bigint {
  const divisor = taxDivisor(rate, mode);
  if (mode === 'exclusive') return roundHalfAwayFromZero(amount * BigInt(rate), divisor);
  // It is the net that is rounded: on an exact half cent the tax comes out the lower one.
  return amount - roundHalfAwayFromZero(amount * BigInt(WHOLE), divisor);
}

function taxPerRate(entries: readonly Taxable[], mode: TaxMode): bigint[] {
  const taxes = entries.map(() => 0n);
  const rates = new Set(entries.map((entry) => entry.taxRate));
  for (const rate of rates) {
    const group = entries.flatMap(({ amount, taxRate }, index) =>
      taxRate === rate ? [{ amount, index }] : [],
    );
    const base = group.reduce((sum, { amount }) => sum + amount, 0n);
    const exact = group.map(({ amount }) => amount * BigInt(rate));
    const shares = roundTogether(roundedTax(base, rate, mode), exact, taxDivisor(rate, mode));
    group.forEach(({ index }, at) => (taxes[index] = shares[at] ?? 0n));
  }
  return taxes;
}

/**
 * Net, tax and gross of each entry, in the given order. `perRate` rounds once per rate and hands the cents back to the
 * entries by largest remainder (tie: earlier), so each stays within a minor unit of its own exact tax.
 */
export function taxEach(entries: readonly Taxable[], mode: TaxMode, rounding: TaxRounding): Taxed[] {
  const taxes =
    rounding === 'perRate'
      ? taxPerRate(entries, mode)
      : entries.map(({ amount, taxRate }) => roundedTax(amount, taxRate, mode));
  return entries.map(({ amount }, index) => {
    const tax = taxes[index] ?? 0n;
    return mode === 'inclusive'
      ? { net: amount - tax, tax, gross: amount }
      : { net: amount, tax, gross: amount + tax };
  });
}

interface RateTaxed extends Taxed {
  readonly rate: TaxRate;
}

/** One row per rate, lowest first; a rate under which nothing is charged has none. `taxed[i]` belongs to `entries[i]`. */
export function sumByRate(entries: readonly Taxable[], taxed: readonly Taxed[]): RateTaxed[] {
  const rows = new Map<TaxRate, RateTaxed>();
  taxed.forEach(({ net, tax, gross }, index) => {
    const rate = entries[index]?.taxRate;
    if (rate === undefined || gross === 0n) return;
    const row = rows.get(rate) ?? { rate, net: 0n, tax: 0n, gross: 0n };
    rows.set(rate, { rate, net: row.net + net, tax: row.tax + tax, gross: row.gross + gross });
  });
  return [...rows.values()].sort((a, b) => a.rate - b.rate);
}
