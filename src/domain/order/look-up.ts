import type { Read } from '../../kernel/index.ts';
import { BOOK_ID, books, type BookSettings } from '../book/index.ts';
import type { ProductId } from '../ids.ts';
import { products } from '../product/index.ts';
import { stock, type StockState } from '../stock/index.ts';
import type { Catalogue } from './line.ts';
import { stockItemOf } from './parts.ts';

export const bookSettings = async (read: Read): Promise<BookSettings> =>
  (await read(books, BOOK_ID)).state.settings;

type Item = Parameters<typeof stockItemOf>[0];

const each = async <State>(
  ids: readonly ProductId[],
  state: (id: ProductId) => Promise<State>,
): Promise<ReadonlyMap<ProductId, State>> =>
  new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await state(id)] as const)));

/** The products on these lines. */
export const catalogueOf = (read: Read, lines: readonly Item[]): Promise<Catalogue> =>
  each(
    lines.map(({ productId }) => productId),
    async (id) => (await read(products, id)).state,
  );

/** The stock of what these lines take, by stock item. */
export const shelvesOf = (read: Read, lines: readonly Item[]): Promise<ReadonlyMap<ProductId, StockState>> =>
  each(lines.map(stockItemOf), async (id) => (await read(stock, id)).state);
