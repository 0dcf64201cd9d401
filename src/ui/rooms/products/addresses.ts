import type { StockRow } from '../../../views/stock/row.ts';

const asking = (asked: Readonly<Record<string, string | undefined>>): string => {
  const named = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
  return named.length === 0 ? '' : `?${named.join('&')}`;
};

/** The list, at the shelf that is looked at; undefined is all in use. */
export const listHref = (shelf?: string): string => `#/products${asking({ shelf })}`;

/** The page of goods, with the list beside it at the same shelf; a variant's is one of its product's. */
export const goodsHref = (
  { productId, ofProduct }: Pick<StockRow, 'productId' | 'ofProduct'>,
  shelf?: string,
): string =>
  ofProduct === undefined
    ? `#/products/${productId}${asking({ shelf })}`
    : `#/products/${ofProduct}${asking({ variant: productId, shelf })}`;
