import * as z from 'zod/mini';
import {
  commandOn,
  defineCommand,
  ok,
  on,
  reject,
  type NewEvent,
  type Read,
  unlessSince,
} from '../../kernel/index.ts';
import type { ProductId } from '../ids.ts';
import { same } from '../same.ts';
import { policyOf, policySet, stock, StockPolicy, StockPolicySet } from '../stock/index.ts';
import { orNone } from '../text.ts';
import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductDescription,
  ProductRestored,
} from './events.ts';
import { MoveStock } from './move-stock.ts';
import { unknownProduct } from './refusals.ts';
import { codes, story, tidied } from './shapes.ts';
import { products, type ProductState } from './state.ts';
import { AddVariant, ArchiveVariant, ChangeVariant, RestoreVariant } from './variants.ts';
import { productBack } from './back.ts';

const { productId, name, unit, unitPrice, taxRate } = ProductDescription.shape;
const stockPolicy = z.optional(StockPolicy);

/** A product and its place on the shelf are written together. */
const productAndShelf = async (id: ProductId, read: Read, expected?: 'absent') => ({
  product: await read(products, id, expected),
  shelf: await read(stock, id, expected),
});

/** Begins the product, and with it its stock item under the given policy (`warn` when none is given). */
export const CreateProduct = defineCommand({
  type: 'CreateProduct',
  payload: z.strictObject({ productId, name, unit, unitPrice, taxRate, ...codes, ...story, stockPolicy }),
  permission: 'product.edit',
  load: (payload, read) => productAndShelf(payload.productId, read, 'absent'),
  decide: ({ stockPolicy: policy, ...described }, { product, shelf }) => {
    const { description } = product.state;
    if (description)
      return reject('product-exists', `This product exists already as “${description.name}”.`, {
        productId: described.productId,
        name: description.name,
      });
    const created = {
      ...described,
      sku: orNone(described.sku),
      barcode: orNone(described.barcode),
      description: orNone(described.description),
      vendor: orNone(described.vendor),
      ...tidied(described),
    };
    const opened = { productId: described.productId, policy: policy ?? policyOf(shelf.state) };
    return ok([
      on(products, product.id, ProductCreated(created)),
      on(stock, shelf.id, StockPolicySet(opened)),
    ]);
  },
});

export const ChangeProduct = defineCommand({
  type: 'ChangeProduct',
  payload: z.strictObject({
    productId,
    ...z.partial(z.object({ name, unit, unitPrice, taxRate })).shape,
    ...codes,
    ...story,
    stockPolicy,
  }),
  permission: 'product.edit',
  load: (payload, read) => productAndShelf(payload.productId, read),
  decide: (change, { product, shelf }) => {
    const present = product.state.description;
    if (!present) return unknownProduct(change.productId);
    const changed: ProductDescription = {
      productId: present.productId,
      name: change.name ?? present.name,
      sku: orNone(change.sku ?? present.sku),
      barcode: orNone(change.barcode ?? present.barcode),
      unit: change.unit ?? present.unit,
      unitPrice: change.unitPrice ?? present.unitPrice,
      taxRate: change.taxRate ?? present.taxRate,
      description: orNone(change.description ?? present.description),
      vendor: orNone(change.vendor ?? present.vendor),
      ...tidied({ tags: change.tags ?? present.tags, images: change.images ?? present.images }),
    };
    const policy = change.stockPolicy ?? shelf.state.policy;
    const kept = policy === undefined ? [] : policySet(shelf.state, present.productId, policy);
    return ok([
      ...(same(changed, present) ? [] : [on(products, product.id, ProductChanged(changed))]),
      ...(kept.length === 0 ? [] : [on(stock, shelf.id, ...kept)]),
    ]);
  },
  inverse: (done, then) => productBack(done, then),
});

const known = (id: ProductId, state: ProductState, events: () => readonly NewEvent[]) =>
  state.description ? ok(events()) : unknownProduct(id);

/** Out of the pickers; orders that have it keep it. */
export const ArchiveProduct = commandOn(products)({
  type: 'ArchiveProduct',
  payload: z.strictObject({ productId }),
  permission: 'product.edit',
  id: (payload) => payload.productId,
  decide: (payload, state) =>
    known(payload.productId, state, () => (state.archived ? [] : [ProductArchived(payload)])),
  inverse: (done) =>
    unlessSince(done, [ProductRestored], () => [{ type: 'RestoreProduct', payload: done.payload }]),
});

export const RestoreProduct = commandOn(products)({
  type: 'RestoreProduct',
  payload: z.strictObject({ productId }),
  permission: 'product.edit',
  id: (payload) => payload.productId,
  decide: (payload, state) =>
    known(payload.productId, state, () => (state.archived ? [ProductRestored(payload)] : [])),
  inverse: (done) =>
    unlessSince(done, [ProductArchived], () => [{ type: 'ArchiveProduct', payload: done.payload }]),
});

export const productCommands = [
  CreateProduct,
  ChangeProduct,
  ArchiveProduct,
  RestoreProduct,
  AddVariant,
  ChangeVariant,
  ArchiveVariant,
  RestoreVariant,
  MoveStock,
];
