import type { ImportReport, Problem } from '../../../jobs/import-book/index.ts';
import { sentence } from '../../words/errors.ts';
import { list, money } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { differing } from './differing.ts';

type Values = Problem['values'];

const text = (values: Values, name: string): string => {
  const value = values[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
};

const amount = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'number' ? money(value, text(values, 'currency')) : '';
};

const listed = (values: Values, name: string): string => {
  const value = values[name];
  return Array.isArray(value) ? list(value.filter((item) => typeof item === 'string')) : '';
};

const foundIn = (values: Values): string =>
  m.import_p_found_in({ found: text(values, 'found'), column: text(values, 'column') });
const columnsFound = (values: Values): string =>
  m.import_p_columns_found({ found: text(values, 'found'), expected: text(values, 'expected') });
const order = (values: Values): string => m.import_p_order({ order: text(values, 'order') });
const nothing = (): string => '';

interface Words {
  /** What is wrong, for all problems of this kind. */
  readonly title: () => string;
  /** What is wrong with this one. */
  readonly detail: (values: Values) => string;
}

/** Files and rows that can't be taken, in a seller's words. */
const known = new Map<string, Words>([
  ['empty-file', { title: m.import_p_empty_file, detail: nothing }],
  ['missing-file', { title: m.import_p_missing_file, detail: nothing }],
  ['not-text', { title: m.import_p_not_text, detail: m.import_p_not_text_help }],
  [
    'not-utf8',
    {
      title: m.import_p_not_utf8,
      // Jobs of before did not look for the row.
      detail: (values) => {
        const row = text(values, 'row');
        return row === '' ? m.import_p_not_utf8_help() : m.import_p_not_utf8_row({ row });
      },
    },
  ],
  ['wrong-encoding', { title: m.import_p_not_utf8, detail: m.import_p_not_utf8_help }],
  ['file-too-large', { title: m.import_p_file_too_large, detail: m.import_p_file_too_large_help }],
  ['too-many-rows', { title: m.import_p_too_many_rows, detail: m.import_p_file_too_large_help }],
  [
    'unknown-format',
    {
      title: m.import_p_unknown_format,
      detail: (values) => {
        const columns = listed(values, 'columns');
        return columns === '' ? '' : m.import_p_unknown_format_found({ columns });
      },
    },
  ],
  [
    'missing-column',
    {
      title: m.import_p_missing_column,
      detail: (values) => m.import_p_missing_column_which({ columns: listed(values, 'columns') }),
    },
  ],
  ['row-too-long', { title: m.import_p_row_too_long, detail: m.import_p_row_too_long_help }],
  ['broken-quotes', { title: m.import_p_broken_quotes, detail: nothing }],
  ['too-many-columns', { title: m.import_p_too_many_columns, detail: columnsFound }],
  ['too-few-columns', { title: m.import_p_too_few_columns, detail: columnsFound }],
  ['cell-too-long', { title: m.import_p_cell_too_long, detail: nothing }],
  [
    'missing-value',
    {
      title: m.import_p_missing_value,
      detail: (values) => m.import_p_in_column({ column: text(values, 'column') }),
    },
  ],
  ['bad-number', { title: m.import_p_bad_number, detail: foundIn }],
  ['bad-tax-number', { title: m.import_p_bad_tax_number, detail: foundIn }],
  ['unclear-date', { title: m.import_p_unclear_date, detail: foundIn }],
  ['bad-date', { title: m.import_p_bad_date, detail: foundIn }],
  ['key-too-long', { title: m.import_p_key_too_long, detail: (values) => text(values, 'column') }],
  ['duplicate-row', { title: m.import_p_duplicate_row, detail: (values) => text(values, 'key') }],
  [
    'inconsistent-order',
    {
      title: m.import_p_inconsistent_order,
      detail: order,
    },
  ],
  [
    'order-left-out',
    {
      title: m.import_p_order_left_out,
      detail: order,
    },
  ],
  [
    'other-currency',
    {
      title: m.import_p_other_currency,
      detail: (values) =>
        m.import_p_other_currency_found({
          found: text(values, 'found'),
          currency: text(values, 'currency'),
        }),
    },
  ],
  [
    'total-differs',
    {
      title: m.import_p_total_differs,
      detail: (values) =>
        m.import_p_total_differs_by({
          order: text(values, 'order'),
          ours: amount(values, 'ours'),
          total: amount(values, 'total'),
        }),
    },
  ],
  [
    'partly-shipped',
    {
      title: m.import_p_partly_shipped,
      detail: (values) =>
        m.import_p_partly_shipped_what({ order: text(values, 'order'), what: text(values, 'what') }),
    },
  ],
  ['stock-below-zero', { title: m.import_p_stock_below_zero, detail: foundIn }],
  ['shared-stock', { title: m.import_p_shared_stock, detail: (values) => text(values, 'found') }],
  ['unknown-parent', { title: m.import_p_unknown_parent, detail: (values) => text(values, 'parent') }],
  ['not-sold-by-itself', { title: m.import_p_not_sold, detail: (values) => text(values, 'found') }],
  ['bad-choice', { title: m.import_p_bad_choice, detail: foundIn }],
  ['unknown-customer', { title: m.import_p_unknown_customer, detail: (values) => text(values, 'customer') }],
  ['unknown-product', { title: m.import_p_unknown_product, detail: (values) => text(values, 'product') }],
  [
    'already-imported-differently',
    {
      title: m.import_p_already_different,
      detail: (values) => {
        const key = 'order' in values ? order(values) : text(values, 'key');
        const differs = differing(values);
        return differs === '' ? key : m.import_p_different_of({ key, differs });
      },
    },
  ],
]);

/** Codes after which the whole file is left out: their row says nothing. */
const OF_FILE = [
  ...['empty-file', 'missing-file', 'not-text', 'not-utf8', 'wrong-encoding', 'file-too-large'],
  ...['too-many-rows', 'unknown-format', 'missing-column'],
];

export const isOfFile = ({ code }: Pick<Problem, 'code'>): boolean => OF_FILE.includes(code);

/** Codes of what does come in, and differently than the file has it. */
const REMARKS = ['total-differs', 'partly-shipped', 'stock-below-zero', 'shared-stock'];

export const isRemark = ({ code }: Pick<Problem, 'code'>): boolean => REMARKS.includes(code);

/** Nothing is left out: what is listed only says how it comes in. */
export const isOnlyRemarked = ({ total, listed, kinds }: ImportReport['problems']): boolean =>
  total > 0 && (kinds?.every(isRemark) ?? (total === listed.length && listed.every(isRemark)));

/** What is wrong with all problems of a kind. */
export const problemTitle = ({ code }: Pick<Problem, 'code'>): string =>
  known.get(code)?.title() ?? m.import_p_other();

/** What is wrong with this one; a refusal of the book's own speaks its own sentence. */
export const problemDetail = (problem: Problem): string => {
  const words = known.get(problem.code);
  return words ? words.detail(problem.values) : sentence(problem);
};
