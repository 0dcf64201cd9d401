import * as z from 'zod/mini';
import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import { LineId, ProductId, VariantId } from '../ids.ts';
import { Discount, PositiveQuantity, priceOrder, UnitPrice, type TaxRate } from '../pricing/index.ts';
import { priceOf, variantTitle, type ProductState } from '../product/index.ts';
import { unknownProduct } from '../product/index.ts';
import { lineExists, refusedPrice } from './refusals.ts';
import type { OrderLine } from './parts.ts';
import type { OrderState } from './state.ts';
import { toPrice } from './totals.ts';

/** What is asked for; without a price, the variant's own or the product's. */
export const LineRequest = z.strictObject({
  lineId: LineId,
  productId: ProductId,
  variantId: z.optional(VariantId),
  quantity: PositiveQuantity,
  unitPrice: z.optional(UnitPrice),
  discount: z.optional(Discount),
});
export type LineRequest = z.infer<typeof LineRequest>;

/** Products of an order by id. */
export type Catalogue = ReadonlyMap<ProductId, ProductState>;

/** Name, unit, price and tax rate as the product has them now: the line keeps them, whatever becomes of the product. */
export const newLine = (
  asked: LineRequest & { readonly taxRate?: TaxRate | undefined },
  catalogue: Catalogue,
): Result<OrderLine, Rejection> => {
  const { description, variants = [] } = catalogue.get(asked.productId) ?? {};
  if (!description) return unknownProduct(asked.productId);
  const { productId, name, unit } = description;
  const variant = variants.find((one) => one.variantId === asked.variantId);
  if (asked.variantId !== undefined && !variant)
    return reject('unknown-variant', `“${name}” has no such variant.`, {
      productId,
      variantId: asked.variantId,
    });
  const price = priceOf(description, variant);
  return ok({
    lineId: asked.lineId,
    productId,
    ...(variant && { variantId: variant.variantId, variant: variantTitle(variant) }),
    name,
    sku: variant ? variant.sku : description.sku,
    unit,
    unitPrice: asked.unitPrice ?? price.unitPrice,
    taxRate: asked.taxRate ?? price.taxRate,
    quantity: asked.quantity,
    discount: asked.discount,
  });
};

/** Lines for what is asked, in its order, each with an id of its own. */
export const newLines = (
  asked: readonly Parameters<typeof newLine>[0][],
  catalogue: Catalogue,
): Result<readonly OrderLine[], Rejection> => {
  const lines: OrderLine[] = [];
  for (const one of asked) {
    if (lines.some((line) => line.lineId === one.lineId)) return lineExists(one.lineId);
    const line = newLine(one, catalogue);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return ok(lines);
};

/** Refuses to sell what was taken out of the catalogue, and a product without saying which of its variants. */
export const sellable = (
  asked: readonly LineRequest[],
  catalogue: Catalogue,
): Result<undefined, Rejection> => {
  for (const { productId, variantId } of asked) {
    const product = catalogue.get(productId);
    if (!product?.description) continue;
    const { name } = product.description;
    if (product.archived)
      return reject('product-archived', `“${name}” is archived. Restore it to sell it again.`, {
        productId,
        name,
      });
    const variant = product.variants.find((one) => one.variantId === variantId);
    if (variant?.archived === true)
      return reject(
        'variant-archived',
        `“${name}, ${variantTitle(variant)}” is archived. Restore it to sell it again.`,
        { productId, variantId: variant.variantId, name, variant: variantTitle(variant) },
      );
    if (variantId === undefined && product.variants.some(({ archived }) => !archived))
      return reject('variant-needed', `“${name}” is sold in variants: say which one.`, { productId, name });
  }
  return ok(undefined);
};

/** Refuses a draft that could not be priced. Its discount may exceed its lines for a while: it is not done yet. */
export const priceable = (draft: OrderState) => {
  const priced = priceOrder({ ...toPrice(draft), orderDiscount: undefined });
  return priced.ok ? ok(undefined) : refusedPrice(priced.error, draft);
};
