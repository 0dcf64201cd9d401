import { currencyDigits, type CurrencyCode } from '../../domain/pricing/index.ts';

/** Coins and notes are made of these nearly everywhere; a two is a note, hardly ever a heap of coins. */
const SIZES = [1, 5, 10, 20, 50, 100, 200, 500];
/** Nobody counts out more pieces than that. */
const MOST_PIECES = 4;

/**
 * What a customer is likely to hand over for an amount (minor units, above zero) instead of the exact sum: the next amounts
 * that few coins or notes make, the smallest first.
 */
export const likelyHanded = (due: number, currency: CurrencyCode, most = 3): readonly number[] => {
  const unit = 10 ** currencyDigits(currency);
  // Where money is counted in thousands the notes are thousands too.
  const scale = 1_000 ** Math.max(0, Math.floor(Math.log10(due / unit) / 3));
  const notes = [...SIZES, ...SIZES.map((size) => size * 1_000)].map((size) => size * scale * unit);
  const rounded = notes
    .filter((note) => note * MOST_PIECES >= due)
    .map((note) => Math.ceil(due / note) * note)
    .filter((amount) => amount > due);
  return [...new Set(rounded)].sort((one, other) => one - other).slice(0, most);
};
