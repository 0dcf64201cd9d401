import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { price, productId, shop, TEA } from '../../../test/spec/shop.ts';
import { stock, StockPolicySet } from '../stock/index.ts';
import {
  AddVariant,
  ArchiveVariant,
  ChangeVariant,
  products,
  RestoreVariant,
  VariantAdded,
  VariantArchived,
  VariantChanged,
  VariantRestored,
} from './index.ts';

const SMALL = productId(11);
const LARGE = productId(12);
const size = (value: string) => [{ name: 'Size', value }];
const ofTea = { productId: TEA, variantId: SMALL };
const small = { ...ofTea, options: size('S') };
const large = { productId: TEA, variantId: LARGE, options: size('L'), sku: 'T-L', unitPrice: price(9) };
const added = on(products, TEA, VariantAdded(small), VariantAdded(large));

describe('a new variant', () => {
  it('gets a shelf of its own in the same commit, under the product’s policy', () =>
    given(...shop(0, 'block'))
      .when(AddVariant, { ...small, sku: ' T-S ', barcode: '' })
      .then(
        on(products, TEA, VariantAdded({ ...small, sku: 'T-S' })),
        on(stock, SMALL, StockPolicySet({ productId: SMALL, policy: 'block' })),
      ));

  it('has the policy it is given', () =>
    given(...shop())
      .when(AddVariant, { ...small, stockPolicy: 'allow' })
      .then(VariantAdded(small), StockPolicySet({ productId: SMALL, policy: 'allow' })));

  it('is added once', () =>
    given(...shop())
      .when(AddVariant, small)
      .again()
      .thenRejected('variant-exists', { variantId: SMALL, title: 'S' }));

  it('does not take the shelf of a product', () =>
    given(...shop())
      .when(AddVariant, { ...small, variantId: TEA })
      .thenRejected('variant-exists', { variantId: TEA }));

  it('has options of its own', () =>
    given(...shop(), added)
      .when(AddVariant, { ...small, variantId: productId(13) })
      .thenRejected('variant-options-taken', { variantId: SMALL, title: 'S' }));

  it('has options at all', () =>
    given(...shop())
      .when(AddVariant, { ...small, options: [] })
      .thenMalformed('options'));
});

describe('a variant', () => {
  it('tells its whole description when a part changes', () =>
    given(...shop(), added)
      .when(ChangeVariant, { productId: TEA, variantId: LARGE, sku: '', unitPrice: 'none', barcode: '42' })
      .then(VariantChanged({ productId: TEA, variantId: LARGE, options: size('L'), barcode: '42' })));

  it('changes once', () =>
    given(...shop(), added)
      .when(ChangeVariant, { ...ofTea, unitPrice: price(4) })
      .again()
      .thenNothing());

  it('does not change into another', () =>
    given(...shop(), added)
      .when(ChangeVariant, { ...ofTea, options: size('L') })
      .thenRejected('variant-options-taken', { title: 'L' }));

  it('is archived once', async () => {
    const archiving = given(...shop(), added).when(ArchiveVariant, ofTea);
    await archiving.then(VariantArchived(ofTea));
    await archiving.again().thenNothing();
  });

  it('is restored once, as it was changed meanwhile', async () => {
    const away = on(products, TEA, VariantArchived(ofTea), VariantChanged({ ...small, sku: 'T-S' }));
    const restoring = given(...shop(), added, away).when(RestoreVariant, ofTea);
    await restoring.then(VariantRestored(ofTea));
    await restoring.again().thenNothing();
  });
});

describe('what does not exist', () => {
  it.each([ChangeVariant, ArchiveVariant, RestoreVariant])('refuses $type', async (command) => {
    await given().when(command, ofTea).thenRejected('unknown-product', { productId: TEA });
    await given(...shop())
      .when(command, ofTea)
      .thenRejected('unknown-variant', ofTea);
  });

  it('gets no variant', () =>
    given().when(AddVariant, small).thenRejected('unknown-product', { productId: TEA }));
});
