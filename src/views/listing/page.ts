import * as z from 'zod/mini';
import type { Range, ReadTable } from '../../kernel/index.ts';
import { beyond } from './beyond.ts';

/** Rows in order, and where to go on. Without `next` this was the last page. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;
const FILTERED_CHUNK = 200;
const MAX_READ = 2000;

/** Params of every paginated query: `after` is the `next` of the page before. */
export const paging = {
  after: z.optional(z.string().check(z.maxLength(400))),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(MAX_LIMIT)), DEFAULT_LIMIT),
};

export interface Walk<Row> {
  readonly table: ReadTable<Row>;
  /** The whole stretch to walk; `reverse` walks it from its end. */
  readonly range: Range;
  readonly after?: string | undefined;
  readonly limit: number;
  /** The row's unique place in the index walked, among those after `start`. */
  readonly at: (row: Row, start: string | undefined) => string;
  /** Leaves rows out that the index alone can't. */
  readonly matches?: ((row: Row, start: string | undefined) => boolean) | undefined;
}

/**
 * One page along an index, by key and never by offset, so that any page costs what the first one does. With a filter it
 * reads 2,000 rows at most: the page may then hold fewer rows than `limit`, even none, and still have a `next`.
 */
export const page = async <Row>({
  table,
  range,
  after,
  limit,
  at,
  matches,
}: Walk<Row>): Promise<Page<Row>> => {
  const chunk = matches ? Math.max(limit + 1, FILTERED_CHUNK) : limit + 1;
  const rows: Row[] = [];
  let last = after;
  for (let read = 0; read < MAX_READ; read += chunk) {
    const start = last;
    const found = await table.range({ ...range, ...beyond(range, start), limit: chunk });
    for (const row of found) {
      if (matches?.(row, start) ?? true) {
        if (rows.length === limit) return last === undefined ? { rows } : { rows, next: last };
        rows.push(row);
      }
      last = at(row, start);
    }
    if (found.length < chunk) return { rows };
  }
  return last === undefined ? { rows } : { rows, next: last };
};
