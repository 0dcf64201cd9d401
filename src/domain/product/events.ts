import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { ProductId, VariantId } from '../ids.ts';
import { TaxRate, UnitPrice } from '../pricing/index.ts';
import { Name, text } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

/** A picture by its address; `alt` says what is on it. */
export const ProductImage = z.object({
  url: z.string().check(z.regex(/^https?:\/\/\S+$/), z.maxLength(2000)),
  alt: z.optional(text(500)),
});
export type ProductImage = z.infer<typeof ProductImage>;

export const ProductDescription = z.object({
  productId: ProductId,
  name: Name,
  sku: z.optional(text(80)),
  barcode: z.optional(text(80)),
  /** What one of it is called: `pcs`, `kg`, `jar`. */
  unit: text(30),
  unitPrice: UnitPrice,
  taxRate: TaxRate,
  description: z.optional(text(20_000)),
  vendor: z.optional(Name),
  tags: z.optional(z.array(text(60))),
  images: z.optional(z.array(ProductImage)),
});
export type ProductDescription = z.infer<typeof ProductDescription>;

/** `Size: M`. */
export const VariantOption = z.object({ name: text(60), value: text(120) });
export type VariantOption = z.infer<typeof VariantOption>;

/** One form of a product: stocked by itself, taxed as the product is, and priced so unless it has its own price. */
export const VariantDescription = z.object({
  productId: ProductId,
  variantId: VariantId,
  options: z.array(VariantOption).check(z.minLength(1)),
  sku: z.optional(text(80)),
  barcode: z.optional(text(80)),
  unitPrice: z.optional(UnitPrice),
});
export type VariantDescription = z.infer<typeof VariantDescription>;

const ofVariant = z.object({ productId: ProductId, variantId: VariantId });

export const ProductCreated = defineEvent('ProductCreated', 1, ProductDescription);
/** The whole description as it stands from now on. */
export const ProductChanged = defineEvent('ProductChanged', 1, ProductDescription);
export const ProductArchived = defineEvent('ProductArchived', 1, z.object({ productId: ProductId }));
export const ProductRestored = defineEvent('ProductRestored', 1, z.object({ productId: ProductId }));
export const VariantAdded = defineEvent('VariantAdded', 1, VariantDescription);
/** The whole description of the variant as it stands from now on. */
export const VariantChanged = defineEvent('VariantChanged', 1, VariantDescription);
export const VariantArchived = defineEvent('VariantArchived', 1, ofVariant);
export const VariantRestored = defineEvent('VariantRestored', 1, ofVariant);
