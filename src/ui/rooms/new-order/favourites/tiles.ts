import { goodsName } from '../../../../domain/naming/goods-name.ts';
import type { ProductRow } from '../../../../views/products/row.ts';
import { byName } from '../../../words/by-name.ts';
import { sold, type Sellable } from '../sold.ts';
import { stockItemOf } from '../typed-order.ts';

/** What somebody pinned on this device. */
export type Pin = Pick<Sellable, 'productId' | 'variantId'>;

/** As many as a thumb finds without looking for them; pins beyond are somebody's own wish. */
const ENOUGH = 12;

/**
 * The goods at hand: what is pinned, in that order, then what sold of late and whatever there is, by name: a thumb finds
 * them where they were before the last sale. A variant stands for itself. What is not sold any more is left out.
 */
export const tilesOf = (
  pins: readonly Pin[],
  ofLate: readonly string[],
  products: readonly ProductRow[],
): readonly Sellable[] => {
  const onSale = new Map(
    products
      .filter(({ shelf }) => shelf !== 'archived')
      .map((row): [string, readonly Sellable[]] => [row.productId, sold([row], '')]),
  );
  const pinned = pins.flatMap((pin) =>
    (onSale.get(pin.productId) ?? []).filter((one) => stockItemOf(one) === stockItemOf(pin)),
  );
  const others = [...ofLate, ...onSale.keys()].flatMap((productId) => onSale.get(productId) ?? []);
  const tiles = [...new Map([...pinned, ...others].map((one) => [stockItemOf(one), one])).values()];
  const inOrder = byName();
  const rest = tiles.slice(pinned.length, ENOUGH);
  return [...pinned, ...rest.toSorted((one, other) => inOrder(goodsName(one), goodsName(other)))];
};

/** The products that have to be looked up for their tiles, each once. */
export const lookedUp = (pins: readonly Pin[], ofLate: readonly string[]): string[] => [
  ...new Set([...pins.map(({ productId }) => productId), ...ofLate.slice(0, ENOUGH)]),
];
