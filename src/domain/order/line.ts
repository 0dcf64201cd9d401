import * as z from 'zod/mini';
import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import { LineId, ProductId } from '../ids.ts';
import { Discount, PositiveQuantity, priceOrder, UnitPrice, type TaxRate } from '../pricing/index.ts';
import type { ProductState } from '../product/index.ts';
import { lineExists, refusedPrice, unknownProduct } from './refusals.ts';
import type { OrderLine } from './parts.ts';
import type { OrderState } from './state.ts';
import { toPrice } from './totals.ts';

/** What is asked for; without a price, the product's own. */
export const LineRequest = z.strictObject({
  lineId: LineId,
  productId: ProductId,
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
  const description = catalogue.get(asked.productId)?.description;
  if (!description) return unknownProduct(asked.productId);
  const { productId, name, sku, unit } = description;
  return ok({
    lineId: asked.lineId,
    productId,
    name,
    sku,
    unit,
    unitPrice: asked.unitPrice ?? description.unitPrice,
    taxRate: asked.taxRate ?? description.taxRate,
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

/** Refuses to sell what was taken out of the catalogue. */
export const sellable = (asked: readonly LineRequest[], catalogue: Catalogue) => {
  for (const { productId } of asked) {
    const product = catalogue.get(productId);
    if (product?.description && product.archived) {
      const { name } = product.description;
      return reject('product-archived', `“${name}” is archived. Restore it to sell it again.`, {
        productId,
        name,
      });
    }
  }
  return ok(undefined);
};

/** Refuses a draft that could not be priced. Its discount may exceed its lines for a while: it is not done yet. */
export const priceable = (draft: OrderState) => {
  const priced = priceOrder({ ...toPrice(draft), orderDiscount: undefined });
  return priced.ok ? ok(undefined) : refusedPrice(priced.error, draft);
};
