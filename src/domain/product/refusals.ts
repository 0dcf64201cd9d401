import { reject } from '../../kernel/index.ts';
import type { ProductId } from '../ids.ts';

export const unknownProduct = (productId: ProductId) =>
  reject('unknown-product', 'There is no such product.', { productId });
