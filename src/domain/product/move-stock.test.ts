import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { JAM, lineId, orderId, pieces, productId, shop, TEA } from '../../../test/spec/shop.ts';
import { quantity } from '../quantity.ts';
import { stock, StockAdjusted, StockPolicySet, StockReserved, type StockPolicy } from '../stock/index.ts';
import { MoveStock, products, VariantAdded, VariantArchived } from './index.ts';

const SMALL = productId(11);
const LARGE = productId(12);
const size = (value: string) => [{ name: 'Size', value }];
const policy = (variantId: typeof SMALL, kept: StockPolicy = 'warn') =>
  on(stock, variantId, StockPolicySet({ productId: variantId, policy: kept }));
const added = on(
  products,
  TEA,
  VariantAdded({ productId: TEA, variantId: SMALL, options: size('S') }),
  VariantAdded({ productId: TEA, variantId: LARGE, options: size('L') }),
);
const inVariants = [...shop(10), added, policy(SMALL), policy(LARGE)];
const reason = 'Sold in sizes now';
const moving = { productId: TEA, from: TEA, to: SMALL, quantity: pieces(10), reason };
const none = quantity(0);

/** Some are kept for an order, others wait. */
const claimed = (id: typeof TEA, reserved: number, backOrdered: number) =>
  on(
    stock,
    id,
    StockReserved({
      ...{ productId: id, orderId: orderId(1), lineId: lineId(1), waited: none },
      ...{ quantity: reserved === 0 ? none : pieces(reserved) },
      ...{ backOrdered: backOrdered === 0 ? none : pieces(backOrdered) },
      ...{ short: backOrdered === 0 ? none : pieces(backOrdered) },
    }),
  );

describe('stock that is moved to a variant', () => {
  it('leaves the product and lies under the variant, in one commit', () =>
    given(...inVariants)
      .when(MoveStock, moving)
      .then(
        on(stock, TEA, StockAdjusted({ productId: TEA, delta: -10_000, reason })),
        on(stock, SMALL, StockAdjusted({ productId: SMALL, delta: 10_000, reason })),
      ));

  it('is not moved twice', () =>
    given(...inVariants)
      .when(MoveStock, moving)
      .again()
      .thenRejected('stock-promised', { productId: TEA, free: 0, wanted: 10_000 }));

  it('goes from variant to variant, too', () =>
    given(...inVariants, on(stock, SMALL, StockAdjusted({ productId: SMALL, delta: 3000, reason })))
      .when(MoveStock, { ...moving, from: SMALL, to: LARGE, quantity: pieces(3) })
      .then(
        StockAdjusted({ productId: SMALL, delta: -3000, reason }),
        StockAdjusted({ productId: LARGE, delta: 3000, reason }),
      ));

  it('leaves what is kept for an order where it was promised', async () => {
    const promised = [...inVariants, claimed(TEA, 4, 0)];
    await given(...promised)
      .when(MoveStock, { ...moving, quantity: pieces(7) })
      .thenRejected('stock-promised', { productId: TEA, free: 6000, wanted: 7000 });
    await given(...promised)
      .when(MoveStock, { ...moving, quantity: pieces(6) })
      .then(
        StockAdjusted({ productId: TEA, delta: -6000, reason }),
        StockAdjusted({ productId: SMALL, delta: 6000, reason }),
      );
  });

  it('serves who waits for the variant', () =>
    given(...inVariants, claimed(SMALL, 0, 2))
      .when(MoveStock, moving)
      .then(
        StockAdjusted({ productId: TEA, delta: -10_000, reason }),
        StockAdjusted({ productId: SMALL, delta: 10_000, reason }),
        StockReserved({
          ...{ productId: SMALL, orderId: orderId(1), lineId: lineId(1) },
          ...{ quantity: pieces(2), waited: pieces(2), backOrdered: none, short: none },
        }),
      ));

  it('stays damaged where it is', async () => {
    const damaged = on(stock, TEA, StockAdjusted({ productId: TEA, delta: 0, unavailable: 3000, reason }));
    const book = given(...inVariants, damaged);
    await book
      .when(MoveStock, { ...moving, unavailable: pieces(3) })
      .then(
        StockAdjusted({ productId: TEA, delta: -10_000, unavailable: -3000, reason }),
        StockAdjusted({ productId: SMALL, delta: 10_000, unavailable: 3000, reason }),
      );
    await book.when(MoveStock, moving).thenRejected('stock-promised', { free: 7000 });
    await book
      .when(MoveStock, { ...moving, unavailable: pieces(4) })
      .thenRejected('more-than-unavailable', { unavailable: 3000, wanted: 4000 });
  });

  it('begins the counting of a variant that nobody counted', () =>
    given(...shop(10), added, policy(SMALL, 'uncounted'))
      .when(MoveStock, moving)
      .then(
        StockAdjusted({ productId: TEA, delta: -10_000, reason }),
        StockPolicySet({ productId: SMALL, policy: 'warn' }),
        StockAdjusted({ productId: SMALL, delta: 10_000, reason }),
      ));

  it('goes to goods of the same product only', async () => {
    await given(...inVariants)
      .when(MoveStock, { ...moving, to: JAM })
      .thenRejected('unknown-variant', { variantId: JAM });
    await given(...inVariants)
      .when(MoveStock, { ...moving, from: JAM })
      .thenRejected('unknown-variant', { variantId: JAM });
    await given().when(MoveStock, moving).thenRejected('unknown-product', { productId: TEA });
  });

  it('goes where it can be sold', () =>
    given(...inVariants, on(products, TEA, VariantArchived({ productId: TEA, variantId: SMALL })))
      .when(MoveStock, moving)
      .thenRejected('variant-archived', { name: 'Tea', variant: 'S' }));

  it('stays where it is told to stay', () =>
    given(...inVariants)
      .when(MoveStock, { ...moving, to: TEA })
      .thenNothing());

  it('is as much as what of it is damaged, or more', () =>
    given(...inVariants)
      .when(MoveStock, { ...moving, unavailable: pieces(11) })
      .thenMalformed('unavailable'));
});
