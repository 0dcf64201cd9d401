import type { CustomerRow } from '../../../views/customers/row.ts';
import type { previewRevision, RevisionPreview } from '../../../views/order-details/revision.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { Terms } from '../new-order/pricing.ts';

type World = Parameters<typeof previewRevision>[3];

/** A revision is refused as a whole, or not at all. */
export const nothingRefused: ReadonlyMap<string, never> = new Map<string, never>();

/** What the preview looks at beside the order, from what the read models know of it. */
export const worldOf = (
  products: readonly ProductRow[],
  customer: CustomerRow | undefined,
  terms: Pick<Terms, 'shippingRate'>,
): World => ({
  catalogue: new Map(
    products.map((row) => [
      row.productId,
      {
        ...{ description: row, archived: row.shelf === 'archived' },
        variants: row.variants.map((variant) => ({ ...variant, productId: row.productId })),
      },
    ]),
  ),
  customer: customer && {
    description: customer,
    archived: customer.shelf === 'archived',
    forgotten: customer.forgotten ?? false,
  },
  shippingRate: terms.shippingRate,
});

/** Lines that would be otherwise than they are. */
export const changedLines = ({ lines }: RevisionPreview) =>
  lines.filter(({ before, after }) => before?.quantity !== after?.quantity || before?.total !== after?.total);
