import { currencyDigits, toDecimalString, type CurrencyCode } from '../../domain/pricing/index.ts';
import { dayBegins } from './days.ts';
import { getLocale, getTextDirection, region, RIGHT_TO_LEFT } from './language.ts';

export { today } from './days.ts';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using it, and a list uses it for every row. */
function kept<Format>(cache: Map<string, Format>, options: object, make: (locale: string) => Format): Format {
  const key = JSON.stringify(options);
  let format = cache.get(key);
  if (format === undefined) cache.set(key, (format = make(region)));
  return format;
}

/** Formats the exact decimal `value / 10^decimals` without passing through a float. */
function exact(value: number, decimals: number, options: Intl.NumberFormatOptions): string {
  const format = kept(numberFormats, options, (locale) => new Intl.NumberFormat(locale, options));
  // Intl writes a hyphen in most languages; below zero takes the true minus, as wide as the figures beside it.
  return format.format(toDecimalString(value, decimals) as Intl.StringNumericLiteral).replace('-', '−');
}

// Rows and events carry currencies that the book has parsed; one of an unknown kind still prints with its code.
const digitsOf = (currency: string): number => currencyDigits(currency as CurrencyCode);

/** Minor units → "€24.50"; `bare` → "24.50" for columns whose head or total names the currency. */
export function money(amount: number, currency: string, bare = false): string {
  const digits = digitsOf(currency);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const style = bare ? {} : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' as const };
  return exact(amount, digits, { ...style, ...places } as Intl.NumberFormatOptions);
}

/** Minor units → "€1.2K": as short as a chart's scale has to be. */
export function compactMoney(amount: number, currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return exact(amount, digitsOf(currency), {
    ...style,
    ...{ notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 },
  });
}

/** Ten-thousandths of a major unit → "€9.80", "€0.0125": at least the currency's digits, at most four. */
export function unitPrice(price: number, currency: string, bare = false): string {
  const places = { minimumFractionDigits: digitsOf(currency), maximumFractionDigits: 4 };
  const style = bare ? {} : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' as const };
  return exact(price, 4, { ...style, ...places } as Intl.NumberFormatOptions);
}

/** A sign of measure is the same for one and for many: "kg", "m²", "Std.", "كغ". */
const SIGN = /^(?:.{1,2}|gal|hrs|kwh|lbs|min|pcs|pzas?|std|stk|uds|كجم|كلغ)\.?$/iu;

/**
 * Thousandths → "1.5 kg", "12", "1 jar", "3 × jar": pieces need no unit, and a word that a seller wrote for one of them, or
 * a package ("10 boxes x 20 bags"), is counted, since nobody told the book what several are called.
 */
export function quantity(thousandths: number, unit?: string): string {
  const plain = exact(thousandths, 3, { maximumFractionDigits: 3 });
  if (unit === undefined || unit === '' || unit === 'pcs') return plain;
  // A unit that is written from the right would take the minus to the figure's other end.
  const isTurned = getTextDirection() === 'ltr' && RIGHT_TO_LEFT.test(unit);
  const figure = isTurned ? `\u2066${plain}\u2069` : plain;
  const isOne = thousandths === 1_000 && !/^\d/.test(unit);
  return isOne || SIGN.test(unit) ? `${figure}\u00a0${unit}` : `${figure}\u00a0×\u00a0${unit}`;
}

/** Thousandths before "× price" → "1.5 kg", "3": what one of it is called the price need not be told again. */
export function factor(thousandths: number, unit: string): string {
  return quantity(thousandths, SIGN.test(unit) ? unit : undefined);
}

/** Thousandths of a percent → "19%", "8.875%". */
export function percent(thousandths: number): string {
  return exact(thousandths, 5, { style: 'percent', maximumFractionDigits: 3 });
}

/** A count of things → "2,155". */
export function count(things: number): string {
  return exact(things, 0, {});
}

/** The mark between whole and fraction where the person lives; it decides what "1.234" means. */
export function decimalSeparator(): '.' | ',' {
  return exact(15, 1, { minimumFractionDigits: 1 }).includes(',') ? ',' : '.';
}

function date(at: Date, options: Intl.DateTimeFormatOptions): string {
  return kept(dateFormats, options, (locale) => new Intl.DateTimeFormat(locale, options)).format(at);
}

const dayNumber = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;

function dayLabel(at: Date, now: Date): string {
  const sameYear = at.getFullYear() === now.getFullYear();
  return date(at, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** ISO instant → "today 10:42", "yesterday 18:03", "12 Nov", "12 Nov 2024": as short as it stays clear. */
export function when(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const days = dayNumber(at) - dayNumber(now);
  if (days !== 0 && days !== -1) return dayLabel(at, now);
  const word = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(days, 'day');
  return `${word} ${time(instant)}`;
}

/** ISO instant → "10:42" in the person's own time. */
export function time(instant: string): string {
  return date(new Date(instant), { hour: 'numeric', minute: '2-digit' });
}

/** ISO instant → "20 November 2026 at 10:42", for titles and printed sheets. */
export function instantInFull(instant: string): string {
  return date(new Date(instant), { dateStyle: 'long', timeStyle: 'short' });
}

/** A calendar day, or an instant, whose day is the person's own → "20 November 2026", for papers. */
export function dayInFull(at: string): string {
  return date(at.includes('T') ? new Date(at) : dayBegins(at), { dateStyle: 'long' });
}

/** A calendar day ("2026-11-20") → "Friday 20 November 2026": under a page's title. */
export function dayOfWeekInFull(isoDay: string): string {
  return date(dayBegins(isoDay), { dateStyle: 'full' });
}

/** A calendar day ("2026-11-20") → "20 Nov", with the year when it isn't this one. */
export function day(isoDay: string, now: Date = new Date()): string {
  return dayLabel(dayBegins(isoDay), now);
}

/** "Saturday". */
export function weekday(at: Date): string {
  return date(at, { weekday: 'long' });
}

/** ISO instant → "Today", "Yesterday", "Monday 16 November", with the year when it isn't this one: heads a day's entries. */
export function dayHeading(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const days = dayNumber(at) - dayNumber(now);
  if (days === 0 || days === -1) {
    const word = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(days, 'day');
    return word.charAt(0).toLocaleUpperCase(getLocale()) + word.slice(1);
  }
  const sameYear = at.getFullYear() === now.getFullYear();
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return date(at, { ...options, ...(sameYear ? {} : { year: 'numeric' }) });
}

/** "20 Nov", under a bar of a chart. */
export function dayAndMonth(at: Date): string {
  return date(at, { day: 'numeric', month: 'short' });
}

/** "November 2026", of a month by itself. */
export function monthAndYear(at: Date): string {
  return date(at, { month: 'long', year: 'numeric' });
}

/** "Nov", under a bar of a chart. */
export function monthName(at: Date): string {
  return date(at, { month: 'short' });
}

/** "Eggs, Honey, and Tea" */
export function list(texts: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'unit' }).format(texts);
}
