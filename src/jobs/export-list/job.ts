import * as z from 'zod/mini';
import { defineJob, ok, type JobContext } from '../../kernel/index.ts';
import { OrderCounts } from '../../views/order-list/query.ts';
import { orderListParams } from '../../views/order-list/filters.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../views/listing/csv.ts';
import { activity, activityFilter } from './activity.ts';
import { jsonObject, type Row } from './cells.ts';
import type { Ask, List } from './list.ts';
import { orderLines, orders, payments } from './orders.ts';
import { customers, products, stock } from './things.ts';

const lists = { orders, 'order-lines': orderLines, customers, products, stock, payments } satisfies Record<
  string,
  List
>;
/** Orders are narrowed and sorted as on the screen. */
const { tab, payment, fulfilment, tag, held, overdueOn, customerId, from, to, by, rising } =
  orderListParams.shape;

const LISTS = ['orders', 'order-lines', 'customers', 'products', 'stock', 'payments'] as const;

const format = z.enum(['csv', 'json']);

const Payload = z.union([
  z.strictObject({
    list: z.enum(LISTS),
    format,
    filter: z._default(
      z.strictObject({ tab, payment, fulfilment, tag, held, overdueOn, customerId, from, to, by, rising }),
      { tab: 'all', by: 'date', rising: false },
    ),
  }),
  z.strictObject({
    list: z.literal('activity'),
    format,
    filter: z._default(z.strictObject(activityFilter), { everything: false }),
  }),
]);
type Payload = z.infer<typeof Payload>;

/** The file that is being written. */
type ExportReport = { readonly rows: number };

type Cursor = {
  readonly part: number;
  readonly passed: number;
  readonly total: number;
  readonly after?: string;
};

const start: Cursor = { part: 0, passed: 0, total: 0 };
const emptyReport: ExportReport = { rows: 0 };

/** The list that is asked for, narrowed. */
const listOf = (payload: Payload, ask: Ask) => {
  if (payload.list === 'activity')
    return {
      titles: activity.titles,
      page: (after: string | undefined) => activity.page(ask, payload.filter, after),
    };
  const list: List = lists[payload.list];
  return {
    titles: list.titles,
    page: (after: string | undefined) => list.page(ask, payload.filter, after),
  };
};

/** How many things there are; 0 where nobody has counted them. */
const totalOf = async ({ list, filter }: Payload, { query }: JobContext): Promise<number> =>
  'tab' in filter && (list === 'orders' || list === 'order-lines' || list === 'payments')
    ? (await query(OrderCounts, {}))[filter.tab]
    : 0;

const textOf = (
  { format }: Payload,
  titles: readonly string[],
  { rows, isFirst, isLast, hasRows }: PartOf,
): string => {
  if (format === 'csv')
    return `${isFirst ? BYTE_ORDER_MARK + csvLine(titles) : ''}${rows.map(csvLine).join('')}`;
  const objects = rows.map((row) => jsonObject(titles, row)).join(',\n');
  const comma = hasRows && rows.length > 0 ? ',\n' : '';
  return `${isFirst ? '[\n' : ''}${comma}${objects}${isLast ? '\n]\n' : ''}`;
};

interface PartOf {
  readonly rows: readonly Row[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Rows stand before this part. */
  readonly hasRows: boolean;
}

/**
 * Writes a list into a file, page by page: CSV as spreadsheets take it, without anything in it that they would run, or
 * JSON. The page fetches it with `client.jobFile`.
 */
export const ExportList = defineJob({
  type: 'ExportList',
  payload: Payload,
  permission: 'import.run',
  start,
  emptyReport,
  chunk: async (payload, { cursor, report }, context) => {
    const { titles, page } = listOf(payload, context.query);
    const total = cursor.part === 0 ? await totalOf(payload, context) : cursor.total;
    const { rows, passed, next } = await page(cursor.after);
    const isLast = next === undefined;
    const part = { rows, isFirst: cursor.part === 0, isLast, hasRows: report.rows > 0 };
    await context.writePart(cursor.part, textOf(payload, titles, part));
    const done = cursor.passed + passed;
    return ok({
      cursor: { part: cursor.part + 1, passed: done, total, ...(isLast ? {} : { after: next }) },
      progress: { done, total },
      report: { rows: report.rows + rows.length },
      finished: isLast,
    });
  },
});
