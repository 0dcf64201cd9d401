import type { Address } from '../../domain/customer/index.ts';
import { CustomerList } from '../../views/customers/query.ts';
import { percent, price, quantity, wholeNumber } from '../../views/listing/cells.ts';
import type { ProductRow } from '../../views/products/index.ts';
import { ProductList } from '../../views/products/query.ts';
import { StockLevels, StockList } from '../../views/stock/query.ts';
import type { StockRow } from '../../views/stock/row.ts';
import { fieldTitles } from '../import-book/formats/plain/fields.ts';
import type { Row } from './cells.ts';
import type { List } from './list.ts';

const PAGE = 200;

export const addressCells = ({ street, city, region, postcode, country }: Address = {}): Row =>
  [street, city, region, postcode, country].map((line) => line ?? '');

export const customers: List = {
  titles: Object.values(fieldTitles.customers),
  page: async (ask, _filter, after) => {
    const { rows, next } = await ask(CustomerList, { after, limit: PAGE });
    return {
      rows: rows.map(({ customerId, name, company = '', email = '', phone = '', address, ...more }) => [
        ...[customerId, name, company, email, phone],
        ...addressCells(address),
        ...[more.note ?? '', more.reference ?? '', more.taxNumber ?? ''],
        more.paymentDays === undefined ? '' : wholeNumber(more.paymentDays),
      ]),
      passed: rows.length,
      next,
    };
  },
};

/** What nobody counts has no figures. */
const counted = ({ policy }: StockRow, thousandths: number | undefined): Row[number] =>
  policy === 'uncounted' || thousandths === undefined ? '' : quantity(thousandths);

/** On hand, what happens when that is short, and from when on it is time to order more. */
const shelfCells = (level: StockRow | undefined): Row =>
  level
    ? [counted(level, level.onHand), level.policy, counted(level, level.reorderLevel)]
    : [quantity(0), '', ''];

/** A product without variants is one row, with variants each of them is. */
const productRows = (product: ProductRow, levels: ReadonlyMap<string, StockRow>): readonly Row[] => {
  const { productId, name, unit, vendor = '', tags = [], description = '', variants } = product;
  const shelf = (id: string): Row => shelfCells(levels.get(id));
  const about = [vendor, tags.join(', '), description];
  const own = [price(product.unitPrice), percent(product.taxRate)];
  const sold = variants.filter(({ archived }) => !archived);
  if (sold.length === 0) {
    const codes = [product.sku ?? '', product.barcode ?? '', unit];
    return [[productId, '', name, '', '', '', '', '', '', ...codes, ...own, ...shelf(productId), ...about]];
  }
  return sold.map((variant) => {
    const options = [0, 1, 2].flatMap((n) => [
      variant.options[n]?.name ?? '',
      variant.options[n]?.value ?? '',
    ]);
    const codes = [variant.sku ?? '', variant.barcode ?? '', unit];
    const prices = [price(variant.unitPrice ?? product.unitPrice), percent(product.taxRate)];
    return [
      productId,
      variant.variantId,
      name,
      ...options,
      ...codes,
      ...prices,
      ...shelf(variant.variantId),
      ...about,
    ];
  });
};

export const products: List = {
  titles: Object.values(fieldTitles.products),
  page: async (ask, _filter, after) => {
    const { rows, next } = await ask(ProductList, { after, limit: 50 });
    const ids = rows.flatMap(({ productId, variants }) => [
      productId,
      ...variants.map(({ variantId }) => variantId),
    ]);
    const levels = new Map<string, StockRow>();
    for (let n = 0; n < ids.length; n += 500)
      for (const level of await ask(StockLevels, { productIds: ids.slice(n, n + 500) }))
        levels.set(level.productId, level);
    return { rows: rows.flatMap((row) => productRows(row, levels)), passed: rows.length, next };
  },
};

export const stock: List = {
  titles: [
    'Product ID',
    'Product',
    'SKU',
    'Unit',
    'On hand',
    'Reserved',
    'Available',
    'Back-ordered',
    'When short',
    'Reorder level',
  ],
  page: async (ask, _filter, after) => {
    const { rows, next } = await ask(StockList, { after, limit: PAGE });
    return {
      rows: rows.map((level) => [
        ...[level.productId, level.name, level.sku ?? '', level.unit],
        ...[level.onHand, level.reserved, level.available, level.backOrdered].map((some) =>
          counted(level, some),
        ),
        ...[level.policy, counted(level, level.reorderLevel)],
      ]),
      passed: rows.length,
      next,
    };
  },
};
