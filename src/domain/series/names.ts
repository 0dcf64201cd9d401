/** What bears a number of its own. */
export type Numbered = 'order' | 'invoice' | 'creditNote';
export const NUMBERED = ['order', 'invoice', 'creditNote'] as const satisfies readonly Numbered[];

/** Until a seller says otherwise: nobody's first customer needs to know that they are. */
export const FIRST_NUMBER = 1001;

// Streams bear these names: for ever.
const BEFORE = { order: '', invoice: 'invoice:', creditNote: 'credit-note:' };

/** Each kind counts by itself under each prefix: so none has a gap that nobody chose, whatever the prefixes of the past. */
export const seriesName = (of: Numbered, prefix: string): string => `${BEFORE[of]}${prefix}`;

export const readSeriesName = (name: string): { readonly of: Numbered; readonly prefix: string } => {
  const of = NUMBERED.findLast((kind) => name.startsWith(BEFORE[kind])) ?? 'order';
  return { of, prefix: name.slice(BEFORE[of].length) };
};

/** What people say and print: `A-` and 1042 is A-1042; with `digits` of 4, `R-` and 417 is R-0417. */
export const numberLabel = (prefix: string, number: number, digits = 1): string =>
  `${prefix}${String(number).padStart(digits, '0')}`;

const goesOnInDigits = (longer: string, shorter: string): boolean =>
  longer.startsWith(shorter) && /^\d+$/.test(longer.slice(shorter.length));

/** Two series whose numbers can read the same: `R-` with 2026417 and `R-2026` with 417. */
export const areAlike = (one: string, other: string): boolean =>
  goesOnInDigits(one, other) || goesOnInDigits(other, one);
