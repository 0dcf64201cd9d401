import type { StockRow } from '../../../views/stock/row.ts';

const asking = (shelf: string | undefined): string => (shelf === undefined ? '' : `?shelf=${shelf}`);

/** The list, at the shelf that is looked at; undefined is all in use. */
export const listHref = (shelf?: string): string => `#/products${asking(shelf)}`;

/** The page of goods, with the list beside it at the same shelf; a variant's is its product's. */
export const goodsHref = (
  { productId, ofProduct }: Pick<StockRow, 'productId' | 'ofProduct'>,
  shelf?: string,
): string => `#/products/${ofProduct ?? productId}${asking(shelf)}`;
