import { defineAggregate } from '../../kernel/index.ts';
import type { VariantId } from '../ids.ts';
import type { TaxRate, UnitPrice } from '../pricing/index.ts';
import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  VariantAdded,
  VariantArchived,
  VariantChanged,
  VariantRestored,
  type ProductDescription,
  type VariantDescription,
} from './events.ts';

export interface Variant extends VariantDescription {
  readonly archived: boolean;
}

export interface ProductState {
  /** Absent: there is no such product. */
  readonly description?: ProductDescription;
  readonly archived: boolean;
  /** In the order in which they were added. Without any in use, the product sells as itself. */
  readonly variants: readonly Variant[];
}

const initial: ProductState = { archived: false, variants: [] };

const withVariant = (
  state: ProductState,
  variantId: VariantId,
  change: (variant: Variant) => Variant,
): ProductState => ({
  ...state,
  variants: state.variants.map((variant) => (variant.variantId === variantId ? change(variant) : variant)),
});

export const products = defineAggregate({
  category: 'product',
  initial,
  events: [
    ProductCreated,
    ProductChanged,
    ProductArchived,
    ProductRestored,
    VariantAdded,
    VariantChanged,
    VariantArchived,
    VariantRestored,
  ],
  evolve: {
    ProductCreated: (state, description) => ({ ...state, description }),
    ProductChanged: (state, description) => ({ ...state, description }),
    ProductArchived: (state) => ({ ...state, archived: true }),
    ProductRestored: (state) => ({ ...state, archived: false }),
    VariantAdded: (state, variant) => ({
      ...state,
      variants: [...state.variants, { ...variant, archived: false }],
    }),
    VariantChanged: (state, variant) =>
      withVariant(state, variant.variantId, ({ archived }) => ({ ...variant, archived })),
    VariantArchived: (state, { variantId }) =>
      withVariant(state, variantId, (variant) => ({ ...variant, archived: true })),
    VariantRestored: (state, { variantId }) =>
      withVariant(state, variantId, (variant) => ({ ...variant, archived: false })),
  },
});

/** A variant in words: `M / Red`. */
export const variantTitle = ({ options }: Pick<VariantDescription, 'options'>): string =>
  options
    .map(({ value }) => value)
    .join(' / ')
    .slice(0, 200)
    .trim();

/** What one of it costs: the variant's own price, or the product's; tax is always the product's. */
export const priceOf = (
  product: ProductDescription,
  variant?: VariantDescription,
): { readonly unitPrice: UnitPrice; readonly taxRate: TaxRate } => ({
  unitPrice: variant?.unitPrice ?? product.unitPrice,
  taxRate: product.taxRate,
});
