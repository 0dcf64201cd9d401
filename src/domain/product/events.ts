import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { ProductId } from '../ids.ts';
import { TaxRate, UnitPrice } from '../pricing/index.ts';
import { Name, text } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

export const ProductDescription = z.object({
  productId: ProductId,
  name: Name,
  sku: z.optional(text(80)),
  barcode: z.optional(text(80)),
  /** What one of it is called: `pcs`, `kg`, `jar`. */
  unit: text(30),
  unitPrice: UnitPrice,
  taxRate: TaxRate,
});
export type ProductDescription = z.infer<typeof ProductDescription>;

export const ProductCreated = defineEvent('ProductCreated', 1, ProductDescription);
/** The whole description as it stands from now on. */
export const ProductChanged = defineEvent('ProductChanged', 1, ProductDescription);
export const ProductArchived = defineEvent('ProductArchived', 1, z.object({ productId: ProductId }));
export const ProductRestored = defineEvent('ProductRestored', 1, z.object({ productId: ProductId }));
