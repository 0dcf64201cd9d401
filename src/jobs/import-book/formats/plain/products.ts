import { StockPolicy } from '../../../../domain/stock/index.ts';
import { QUANTITY_DECIMALS, RATE_DECIMALS, UNIT_PRICE_DECIMALS } from '../../../../domain/pricing/index.ts';
import type { Cells } from '../../cells.ts';
import { quoted, type RowProblem } from '../../problem.ts';
import type { Entries, FileReader, FormatSettings } from '../format.ts';
import { productEntry } from '../named.ts';
import { onShelf, type OnShelf } from '../on-shelf.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { duplicateRow } from '../singles.ts';
import { productIdOf, variantIdOf } from '../trade-ids.ts';
import { tagsOf } from '../window.ts';
import type { ColumnOf } from './mapping.ts';

type Product = ProductRecord & { readonly variants: VariantRecord[] };

const policyOf = (cells: Cells, column: string) => {
  const found = cells.text(column).toLowerCase();
  const policies = StockPolicy.options;
  const stockPolicy = policies.find((policy) => policy === found);
  if (found !== '' && !stockPolicy)
    cells.add('bad-choice', `This is none of ${policies.join(', ')}.`, { column, found: quoted(found) });
  return stockPolicy ? { stockPolicy } : {};
};

const optionsOf = (cells: Cells, column: ColumnOf<'products'>): VariantRecord['options'] =>
  (
    [
      ['option1Name', 'option1Value'],
      ['option2Name', 'option2Value'],
      ['option3Name', 'option3Value'],
    ] as const
  ).flatMap(([name, value], n) => {
    const text = cells.text(column(value));
    return text === '' ? [] : [{ name: cells.text(column(name)) || `Option ${String(n + 1)}`, value: text }];
  });

const reorderLevelOf = (cells: Cells, column: string) => {
  const reorderLevel = cells.decimalOrNone(column, QUANTITY_DECIMALS);
  return reorderLevel > 0 ? { reorderLevel } : {};
};

const stockedOf = (cells: Cells, column: ColumnOf<'products'>) => {
  return {
    row: cells.line,
    sku: cells.text(column('sku')),
    barcode: cells.text(column('barcode')),
    unitPrice: cells.decimal(column('price'), UNIT_PRICE_DECIMALS),
    ...onShelf(cells, column('stock')),
    ...policyOf(cells, column('policy')),
    ...reorderLevelOf(cells, column('reorderLevel')),
  };
};

type Told = OnShelf & Pick<ProductRecord, 'stockPolicy'>;

/** A table that is silent about how much there is says nothing of none being left. */
const policyAlone = ({ isSaid, stockPolicy = isSaid ? undefined : 'uncounted' }: Told) =>
  stockPolicy === undefined ? {} : { stockPolicy };

/** The same of a variant, which is treated as its product is where nothing speaks against it. */
const policyBeside = (told: Told, product: Product) => {
  const isAlike = told.isSaid === (product.stockPolicy !== 'uncounted');
  const { stockPolicy = isAlike ? undefined : told.isSaid ? 'warn' : 'uncounted' } = told;
  return stockPolicy === undefined ? {} : { stockPolicy };
};

/** One product to a row, or one variant: rows with options under the same product are its variants. */
export const productReader = (
  column: ColumnOf<'products'>,
  { taxRate: usualRate }: FormatSettings,
): FileReader => {
  const products = new Map<string, Product>();
  const problems: RowProblem[] = [];
  let refused = 0;

  const recordOf = (cells: Cells): Product & OnShelf => {
    const rate = column('taxRate');
    return {
      ...stockedOf(cells, column),
      id: cells.text(column('id')),
      name: cells.required(column('name')),
      unit: cells.text(column('unit')) || 'pcs',
      taxRate: cells.text(rate) === '' ? usualRate : cells.percent(rate, RATE_DECIMALS),
      vendor: cells.text(column('vendor')),
      tags: tagsOf(cells.text(column('tags'))),
      description: cells.text(column('description')),
      variants: [],
    };
  };

  const take = (cells: Cells): void => {
    const record = recordOf(cells);
    const options = optionsOf(cells, column);
    const { row, sku, barcode, unitPrice, quantity, isSaid, remarks, ...about } = record;
    const { stockPolicy: _, reorderLevel, ...described } = about;
    const own = {
      ...described,
      row,
      unitPrice,
      sku: '',
      barcode: '',
      quantity: 0,
      ...policyAlone(record),
    };
    const key = productIdOf(options.length === 0 ? record : own);
    const known = products.get(key);
    const variantId = cells.text(column('variantId'));
    const twin =
      options.length === 0
        ? known
        : known?.variants.find((one) => variantIdOf('', one.options) === variantIdOf('', options));
    if (twin) cells.problems.push(duplicateRow(cells.line, record.name, twin.row));
    if (cells.problems.length > 0) return;
    const product = known ?? (options.length === 0 ? { ...record, ...policyAlone(record) } : own);
    if (options.length > 0)
      product.variants.push({
        ...{ row, sku, barcode, unitPrice, quantity, isSaid, remarks, options },
        ...policyBeside(record, product),
        ...(reorderLevel !== undefined && { reorderLevel }),
        ...(variantId === '' ? {} : { id: variantId }),
      });
    products.set(key, product);
  };

  return {
    read: (cells) => {
      take(cells);
      problems.push(...cells.problems);
      if (cells.problems.length > 0) refused += 1;
    },
    close: (): Entries => ({
      entries: [...products.values()].map((product) => productEntry(product)),
      problems,
      refused,
    }),
  };
};
