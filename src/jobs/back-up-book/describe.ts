import type { JobContext } from '../../kernel/index.ts';
import { BookSettings } from '../../views/book/query.ts';
import { OrderCounts, OrderList } from '../../views/order-list/query.ts';
import type { BookInBackup } from './about.ts';

/** What a copy says of the book in it; without a name none was begun yet. */
export const describe = async (query: JobContext['query']): Promise<BookInBackup> => {
  const settings = await query(BookSettings, {});
  const counts = await query(OrderCounts, {});
  const { rows } = await query(OrderList, { lifecycle: 'open', limit: 1 });
  const last = rows[0]?.placedAt.slice(0, 10);
  return {
    name: settings.opened ? settings.name : '',
    orders: counts.all - counts.drafts + counts.archived,
    ...(last !== undefined && { lastOrder: last }),
  };
};
