import type { Problem } from '../../../jobs/import-book/index.ts';
import { list, money, percent, quantity, unitPrice } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { fieldWords } from './mapping-fields.ts';

type Value = Problem['values'][string] | undefined;
type Figure = (value: number, currency: string) => string;

const figures = new Map<string, Figure>([
  ['price', unitPrice],
  ['total', money],
  ['stock', (value) => quantity(value)],
  ['reorderLevel', (value) => quantity(value)],
  ['taxRate', percent],
]);
const labels = new Map<string, () => string>(
  Object.entries({ ...fieldWords.orders, ...fieldWords.customers, ...fieldWords.products }),
);

/** Long texts are cut: the row says where the rest is. */
const MOST = 60;

const worded = (field: string, value: Value, currency: string): string => {
  if (typeof value === 'number') return (figures.get(field) ?? String)(value, currency);
  if (typeof value !== 'string' || value === '') return m.import_p_different_nothing();
  return `“${value.length > MOST ? `${value.slice(0, MOST - 1)}…` : value}”`;
};

const one = (difference: Value, currency: string): string => {
  if (typeof difference !== 'object' || !('field' in difference)) return '';
  const { field, variant, file, book } = difference;
  if (typeof field !== 'string') return '';
  const label = labels.get(field)?.() ?? field;
  const what = typeof variant === 'string' ? `${label} (${variant})` : label;
  if (file === undefined && book === undefined) return what;
  return m.import_p_different_in({
    what,
    file: worded(field, file, currency),
    book: worded(field, book, currency),
  });
};

/** What a file says otherwise than the book; nothing for reports of before, which did not look. */
export const differing = ({ differs, currency }: Problem['values']): string => {
  if (!Array.isArray(differs)) return '';
  const all: readonly Value[] = differs;
  const code = typeof currency === 'string' ? currency : 'EUR';
  return list(all.map((difference) => one(difference, code)).filter((words) => words !== ''));
};
