import * as z from 'zod/mini';
import {
  commandOn,
  defineCommand,
  ok,
  on,
  reject,
  type NewEvent,
  type Rejection,
  type Result,
  unlessSince,
} from '../../kernel/index.ts';
import { ProductId, VariantId } from '../ids.ts';
import { UnitPrice } from '../pricing/index.ts';
import { same } from '../same.ts';
import { policyOf, stock, StockPolicy, StockPolicySet } from '../stock/index.ts';
import { orNone } from '../text.ts';
import {
  VariantAdded,
  VariantArchived,
  VariantChanged,
  VariantRestored,
  type VariantDescription,
} from './events.ts';
import { unknownProduct } from './refusals.ts';
import { codes, options } from './shapes.ts';
import { products, variantTitle, type ProductState, type Variant } from './state.ts';
import { variantBack } from './back.ts';

const ofVariant = { productId: ProductId, variantId: VariantId };

/** Refuses options that another variant has: nobody could tell the two apart. */
const tellable = (
  { variants }: ProductState,
  asked: Pick<VariantDescription, 'variantId' | 'options'>,
): Result<undefined, Rejection> => {
  const twin = variants.find((one) => one.variantId !== asked.variantId && same(one.options, asked.options));
  return twin
    ? reject('variant-options-taken', `“${variantTitle(twin)}” is a variant of this product already.`, {
        variantId: twin.variantId,
        title: variantTitle(twin),
      })
    : ok(undefined);
};

/** Begins a variant, and with it its stock item: under the given policy, else under the product's. */
export const AddVariant = defineCommand({
  type: 'AddVariant',
  payload: z.strictObject({
    ...ofVariant,
    options,
    ...codes,
    unitPrice: z.optional(UnitPrice),
    stockPolicy: z.optional(StockPolicy),
  }),
  permission: 'product.edit',
  load: async ({ productId, variantId }, read) => ({
    product: await read(products, productId),
    ownShelf: await read(stock, productId),
    shelf: await read(stock, variantId),
  }),
  decide: ({ stockPolicy, ...asked }, { product, ownShelf, shelf }) => {
    const { productId, variantId } = asked;
    if (!product.state.description) return unknownProduct(productId);
    const known = product.state.variants.find((one) => one.variantId === variantId);
    // A variant of that id may be another product's: then its stock item is known already.
    if (known || shelf.state.policy !== undefined)
      return reject('variant-exists', 'This variant exists already; it was not added a second time.', {
        variantId,
        ...(known && { title: variantTitle(known) }),
      });
    const own = tellable(product.state, asked);
    if (!own.ok) return own;
    const variant = { ...asked, sku: orNone(asked.sku), barcode: orNone(asked.barcode) };
    const policy = stockPolicy ?? policyOf(ownShelf.state);
    return ok([
      on(products, productId, VariantAdded(variant)),
      on(stock, variantId, StockPolicySet({ productId: variantId, policy })),
    ]);
  },
});

/** Decides for a variant that the product has. */
const whenKnown = (
  state: ProductState,
  { productId, variantId }: Pick<VariantDescription, 'productId' | 'variantId'>,
  decide: (variant: Variant) => Result<readonly NewEvent[], Rejection>,
): Result<readonly NewEvent[], Rejection> => {
  if (!state.description) return unknownProduct(productId);
  const variant = state.variants.find((one) => one.variantId === variantId);
  return variant
    ? decide(variant)
    : reject('unknown-variant', 'The product has no such variant.', { productId, variantId });
};

/** What is left out stays; an empty text takes a code away, the price `none` gives it the product's again. */
export const ChangeVariant = commandOn(products)({
  type: 'ChangeVariant',
  payload: z.strictObject({
    ...ofVariant,
    options: z.optional(options),
    ...codes,
    unitPrice: z.optional(z.union([UnitPrice, z.literal('none')])),
  }),
  permission: 'product.edit',
  id: ({ productId }) => productId,
  decide: (change, state) =>
    whenKnown(state, change, ({ archived: _, ...present }) => {
      const changed: VariantDescription = {
        productId: present.productId,
        variantId: present.variantId,
        options: change.options ?? present.options,
        sku: orNone(change.sku ?? present.sku),
        barcode: orNone(change.barcode ?? present.barcode),
        unitPrice: change.unitPrice === 'none' ? undefined : (change.unitPrice ?? present.unitPrice),
      };
      const own = tellable(state, changed);
      if (!own.ok) return own;
      return ok(same(changed, present) ? [] : [VariantChanged(changed)]);
    }),
  inverse: (done, then) => variantBack(done, then),
});

/** Out of the pickers; orders that have it keep it. */
export const ArchiveVariant = commandOn(products)({
  type: 'ArchiveVariant',
  payload: z.strictObject(ofVariant),
  permission: 'product.edit',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    whenKnown(state, payload, ({ archived }) => ok(archived ? [] : [VariantArchived(payload)])),
  inverse: (done) =>
    unlessSince(done, [VariantRestored], () => [{ type: 'RestoreVariant', payload: done.payload }]),
});

export const RestoreVariant = commandOn(products)({
  type: 'RestoreVariant',
  payload: z.strictObject(ofVariant),
  permission: 'product.edit',
  id: ({ productId }) => productId,
  decide: (payload, state) =>
    whenKnown(state, payload, ({ archived }) => ok(archived ? [VariantRestored(payload)] : [])),
  inverse: (done) =>
    unlessSince(done, [VariantArchived], () => [{ type: 'ArchiveVariant', payload: done.payload }]),
});
