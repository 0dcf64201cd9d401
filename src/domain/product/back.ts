import { said, unlessSince, type Done, type Inverse, type Then } from '../../kernel/index.ts';
import { given } from '../given.ts';
import type { ProductId, VariantId } from '../ids.ts';
import { stock, StockPolicySet } from '../stock/index.ts';
import { ProductChanged, VariantArchived, VariantChanged } from './events.ts';
import { products } from './state.ts';

const NONE = { sku: '', barcode: '', description: '', vendor: '', tags: [], images: [] };

/** Described as it was before: name, price, codes and all, and kept on the shelf by the rule of before. */
export const productBack = async (
  done: Done<{ readonly productId: ProductId }>,
  { before }: Then,
): Promise<Inverse> => {
  const { productId } = done.payload;
  const { description } = (await before(products, productId)).state;
  const { policy } = (await before(stock, productId)).state;
  const policyChanged = said(done, StockPolicySet) !== undefined;
  const rests = [ProductChanged, ...(policyChanged ? [StockPolicySet] : [])];
  return unlessSince(done, rests, () => [
    {
      type: 'ChangeProduct',
      payload: { ...NONE, ...given(description), ...(policyChanged && policy && { stockPolicy: policy }) },
    },
  ]);
};

/** The same for one variant of it. */
export const variantBack = async (
  done: Done<{ readonly productId: ProductId; readonly variantId: VariantId }>,
  { before }: Then,
): Promise<Inverse> => {
  const { productId, variantId } = done.payload;
  const { variants } = (await before(products, productId)).state;
  const { archived: _, ...described } = variants.find((one) => one.variantId === variantId) ?? {};
  return unlessSince(
    done,
    ({ type, data }) =>
      (type === VariantChanged.type || type === VariantArchived.type) &&
      (data as { variantId: string }).variantId === variantId,
    () => [
      {
        type: 'ChangeVariant',
        payload: { sku: '', barcode: '', unitPrice: 'none', ...given(described) },
      },
    ],
  );
};
