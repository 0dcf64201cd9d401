import type { Client } from '../../../client/index.ts';
import { ProductList } from '../../../views/products/query.ts';
import { StockLevels } from '../../../views/stock/query.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import type { PickerOption } from '../../parts/combobox.svelte.ts';
import { quantity, unitPrice } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { isCounted } from '../products/in-all.ts';
import { sold, type Sellable } from './sold.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { stockItemOf } from './typed-order.ts';

const MOST = 8;

export type ProductOption = PickerOption & { readonly picked: Sellable };

const stockOf = (level: StockRow | undefined, unit: string): string | undefined => {
  if (!level) return undefined;
  if (!isCounted(level)) return m.products_not_counted();
  const { available } = level;
  return available > 0
    ? m.new_order_available({ quantity: quantity(available, unit) })
    : m.new_order_none_available();
};

/** What a text finds of what is sold, with its stock and what it costs. */
export const findProducts = async (
  client: Pick<Client, 'query'>,
  text: string,
  currency: string,
): Promise<ProductOption[]> => {
  const { answer } = await client.query(ProductList, { text, limit: MOST });
  const wanted = sold(answer.rows, text).slice(0, MOST);
  const { answer: levels } = await client.query(StockLevels, { productIds: wanted.map(stockItemOf) });
  const levelOf = new Map<string, StockRow>(levels.map((level) => [level.productId, level]));
  return wanted.map((picked) => ({
    id: stockItemOf(picked),
    label: goodsName(picked),
    detail: [picked.sku, stockOf(levelOf.get(stockItemOf(picked)), picked.unit)].filter(Boolean).join(' · '),
    end: unitPrice(picked.unitPrice, currency),
    picked,
  }));
};
