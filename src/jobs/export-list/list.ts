import type * as z from 'zod/mini';
import type { JobContext } from '../../kernel/index.ts';
import type { orderListParams } from '../../views/order-list/filters.ts';
import type { Row } from './cells.ts';

/** What narrows a list of orders, as on the screen. */
export type Filter = Omit<z.infer<typeof orderListParams>, 'after' | 'limit' | 'lifecycle'>;

export type Ask = JobContext['query'];

/** A list as it is exported: its columns, and its rows page by page. */
export interface List<By = Filter> {
  readonly titles: readonly string[];
  page(
    ask: Ask,
    filter: By,
    after: string | undefined,
  ): Promise<{ readonly rows: readonly Row[]; readonly passed: number; readonly next?: string | undefined }>;
}
