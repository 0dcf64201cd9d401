import { describe, it } from 'vitest';
import { on, type Decided } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import {
  draft,
  line,
  lineId,
  orderId,
  pieces,
  price,
  productId,
  shop,
  TEA,
} from '../../../test/spec/shop.ts';
import { products, VariantAdded, VariantArchived, VariantChanged } from '../product/index.ts';
import { stock, StockPolicySet, StockReceived } from '../stock/index.ts';
import { AddLine, LineAdded, SubmitOrder } from './index.ts';

const TIN = productId(11);
const tin = { productId: TEA, variantId: TIN, options: [{ name: 'Pack', value: 'Tin' }], sku: 'T-T' };
const inVariants = on(products, TEA, VariantAdded(tin));
const asked = { orderId: orderId(1), lineId: lineId(1), productId: TEA, variantId: TIN, quantity: pieces(2) };
const { sku: _, ...tea } = line(1, TEA, 2);
const asTin = { ...tea, variantId: TIN, variant: 'Tin', sku: 'T-T' };
const onShelf = (count: number): readonly Decided[] => [
  on(stock, TIN, StockPolicySet({ productId: TIN, policy: 'block' })),
  on(stock, TIN, StockReceived({ productId: TIN, quantity: pieces(count) })),
];

describe('a line for a variant', () => {
  it('keeps its title and SKU, and the product’s name, price and tax', () =>
    given(...shop(), inVariants, draft(1, []))
      .when(AddLine, asked)
      .then(LineAdded(asTin)));

  it('has the variant’s own price where there is one', () =>
    given(
      ...shop(),
      inVariants,
      on(products, TEA, VariantChanged({ ...tin, unitPrice: price(6) })),
      draft(1, []),
    )
      .when(AddLine, asked)
      .then(LineAdded({ ...asTin, unitPrice: price(6) })));

  it('has no SKU where the variant has none', () =>
    given(
      ...shop(),
      on(products, TEA, VariantAdded({ productId: TEA, variantId: TIN, options: tin.options })),
      draft(1, []),
    )
      .when(AddLine, asked)
      .then(LineAdded({ ...tea, variantId: TIN, variant: 'Tin' })));

  it('is refused when there is no such variant', () =>
    given(...shop(), draft(1, []))
      .when(AddLine, asked)
      .thenRejected('unknown-variant', { productId: TEA, variantId: TIN }));

  it('is refused while the variant is archived', () =>
    given(
      ...shop(),
      inVariants,
      on(products, TEA, VariantArchived({ productId: TEA, variantId: TIN })),
      draft(1, []),
    )
      .when(AddLine, asked)
      .thenRejected('variant-archived', { name: 'Tea', variant: 'Tin' }));
});

describe('a product that is sold in variants', () => {
  it('is not sold without saying which', () =>
    given(...shop(), inVariants, draft(1, []))
      .when(AddLine, { ...asked, variantId: undefined })
      .thenRejected('variant-needed', { productId: TEA, name: 'Tea' }));

  it('sells as itself again once none is in use', () =>
    given(
      ...shop(),
      inVariants,
      on(products, TEA, VariantArchived({ productId: TEA, variantId: TIN })),
      draft(1, []),
    )
      .when(AddLine, { ...asked, variantId: undefined })
      .then(LineAdded(line(1, TEA, 2))));

  it('blocks by what lies on the variant’s own shelf', () =>
    given(...shop(100), inVariants, ...onShelf(1), draft(1, [asTin]))
      .when(SubmitOrder, { orderId: orderId(1) })
      .thenRejected('stock-blocked', {
        products: [
          { productId: TIN, name: 'Tea, Tin', unit: 'tin', wanted: pieces(2), available: pieces(1) },
        ],
      }));
});
