import * as z from 'zod/mini';
import { textOrNone } from '../text.ts';
import { ProductImage, VariantOption, type ProductDescription } from './events.ts';

// What people fill in: an empty text or an empty list stands for none.

export const codes = { sku: z.optional(textOrNone(80)), barcode: z.optional(textOrNone(80)) };

const image = z.strictObject({ url: ProductImage.shape.url, alt: z.optional(textOrNone(500)) });

export const story = {
  description: z.optional(textOrNone(20_000)),
  vendor: z.optional(textOrNone(200)),
  tags: z.optional(z.array(textOrNone(60)).check(z.maxLength(250))),
  images: z.optional(z.array(image).check(z.maxLength(250))),
};

export const options = z.array(z.strictObject(VariantOption.shape)).check(z.minLength(1), z.maxLength(10));

const orNoneOf = <Item>(items: readonly Item[]): Item[] | undefined =>
  items.length === 0 ? undefined : [...items];

/** Tags without the empty and the twice said; images without empty texts. */
export const tidied = ({
  tags = [],
  images = [],
}: Pick<ProductDescription, 'tags' | 'images'>): Pick<ProductDescription, 'tags' | 'images'> => ({
  tags: orNoneOf([...new Set(tags)].filter((tag) => tag !== '')),
  images: orNoneOf(images.map(({ url, alt }) => (alt === undefined || alt === '' ? { url } : { url, alt }))),
});
