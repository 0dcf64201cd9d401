import type { Read } from '../../kernel/index.ts';
import { BOOK_ID, books, type BookSettings } from '../book/index.ts';
import type { ProductId } from '../ids.ts';
import { products } from '../product/index.ts';
import { stock, type StockState } from '../stock/index.ts';
import type { Catalogue } from './line.ts';

export const bookSettings = async (read: Read): Promise<BookSettings> =>
  (await read(books, BOOK_ID)).state.settings;

const each = async <State>(
  lines: readonly { readonly productId: ProductId }[],
  state: (id: ProductId) => Promise<State>,
): Promise<ReadonlyMap<ProductId, State>> => {
  const ids = [...new Set(lines.map(({ productId }) => productId))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await state(id)] as const)));
};

/** The products on these lines. */
export const catalogueOf = (
  read: Read,
  lines: readonly { readonly productId: ProductId }[],
): Promise<Catalogue> => each(lines, async (id) => (await read(products, id)).state);

/** The stock of the products on these lines. */
export const shelvesOf = (
  read: Read,
  lines: readonly { readonly productId: ProductId }[],
): Promise<ReadonlyMap<ProductId, StockState>> => each(lines, async (id) => (await read(stock, id)).state);
