import type { StockRow } from '../../../views/stock/row.ts';

/** What a page or list shows of the stock of one thing, or of all its variants together. */
export type Figures = Pick<
  StockRow,
  'productId' | 'unit' | 'onHand' | 'reserved' | 'backOrdered' | 'unavailable' | 'buffer' | 'available'
> &
  Pick<StockRow, 'missing' | 'reorder' | 'reorderLevel'> &
  Partial<Pick<StockRow, 'policy'>>;

/** The figures say something: somebody counts it. */
export const isCounted = ({ policy }: Pick<Figures, 'policy'>): boolean => policy !== 'uncounted';

type Sold = { readonly variantId: StockRow['productId']; readonly archived: boolean };

/** The variants that are sold; where there are none, the product itself is. */
export const soldIn = <Variant extends Sold>(variants: readonly Variant[]): readonly Variant[] =>
  variants.filter(({ archived }) => !archived);

/** The stock of all of a product's variants together, as far as it is counted; undefined while none of it is known. */
export const inAll = (productId: StockRow['productId'], levels: readonly StockRow[]): Figures | undefined => {
  const [first] = levels;
  if (!first) return undefined;
  const counted = levels.filter(isCounted);
  const sum = (figure: (level: StockRow) => number): number =>
    counted.reduce((total, level) => total + figure(level), 0);
  const missing = sum((level) => level.missing ?? 0);
  return {
    productId,
    unit: first.unit,
    onHand: sum(({ onHand }) => onHand),
    reserved: sum(({ reserved }) => reserved),
    backOrdered: sum(({ backOrdered }) => backOrdered),
    unavailable: sum(({ unavailable }) => unavailable),
    buffer: sum(({ buffer }) => buffer),
    available: sum(({ available }) => available),
    ...(counted.length === 0 && { policy: 'uncounted' as const }),
    ...(missing > 0 && { missing }),
    // One that runs low is enough: the page says which.
    ...(levels.some(({ reorder }) => reorder === 'due') && { reorder: 'due' as const }),
  };
};
