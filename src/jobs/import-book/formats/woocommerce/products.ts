import { UNIT_PRICE_DECIMALS } from '../../../../domain/pricing/index.ts';
import type { StockPolicy } from '../../../../domain/stock/index.ts';
import type { Cells } from '../../cells.ts';
import { problem, type RowProblem } from '../../problem.ts';
import type { Entries, FileReader, Format, FormatSettings } from '../format.ts';
import { textOfHtml } from '../html-text.ts';
import { productEntry } from '../named.ts';
import { notSaid, onShelf } from '../on-shelf.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { duplicateRow } from '../singles.ts';
import { imagesIn, tagsOf } from '../window.ts';

/** A variation names its parent by SKU, or by `id:12`. */
interface Variation {
  readonly parent: string;
  readonly variant: VariantRecord;
}

const typesOf = (cells: Cells): readonly string[] =>
  cells
    .text('Type')
    .split(',')
    .map((type) => type.trim().toLowerCase());

/** What it costs now: the sale price where there is one. */
const priceOf = (cells: Cells): number => {
  const sale = cells.text('Sale price') !== '';
  return cells.decimalOrNone(sale ? 'Sale price' : 'Regular price', UNIT_PRICE_DECIMALS);
};

/** Stands for a figure where the stock is counted for all variations together, which here it is for each. */
const SHARED = 'parent';

/** Without a figure a shop does not count it: then it is there, or out of stock by its own word. */
const policyOf = (cells: Cells): StockPolicy => {
  if (cells.text('Stock') === SHARED) return 'uncounted';
  if (cells.text('Stock') === '' && cells.text('In stock?') !== '0') return 'uncounted';
  return cells.text('Backorders allowed?') === '0' ? 'block' : 'warn';
};

const stockedOf = (cells: Cells) => {
  const shelf = cells.text('Stock') === SHARED ? notSaid : onShelf(cells, 'Stock');
  return {
    ...{ row: cells.line, ...shelf },
    sku: cells.text('SKU'),
    barcode: cells.text('GTIN, UPC, EAN, or ISBN'),
    stockPolicy: policyOf(cells),
    unitPrice: priceOf(cells),
  };
};

const optionsOf = (cells: Cells): VariantRecord['options'] =>
  [1, 2, 3, 4, 5].flatMap((n) => {
    const name = cells.text(`Attribute ${String(n)} name`);
    const value = cells.text(`Attribute ${String(n)} value(s)`);
    return name === '' || value === '' ? [] : [{ name, value }];
  });

const SOLD = ['simple', 'variable', 'external', 'virtual', 'downloadable'];

class ProductReader implements FileReader {
  readonly #settings: FormatSettings;
  readonly #products = new Map<string, ProductRecord & { readonly variants: VariantRecord[] }>();
  /** A product is found by its SKU and by its id there. */
  readonly #keys = new Map<string, string>();
  readonly #variations: Variation[] = [];
  readonly #problems: RowProblem[] = [];
  #refused = 0;

  constructor(settings: FormatSettings) {
    this.#settings = settings;
  }

  read(cells: Cells): void {
    const types = typesOf(cells);
    if (types.includes('variation')) this.#readVariation(cells);
    else if (types.some((type) => SOLD.includes(type))) this.#readProduct(cells);
    else
      cells.add('not-sold-by-itself', 'This type of product can not be sold by itself.', {
        found: cells.text('Type').slice(0, 80),
      });
    this.#problems.push(...cells.problems);
    if (cells.problems.length > 0) this.#refused += 1;
  }

  close(): Entries {
    for (const { parent, variant } of this.#variations) {
      const product = this.#products.get(this.#keys.get(parent) ?? '');
      if (product) product.variants.push(variant);
      else {
        const message = 'The product of which this is a variation is not in the file.';
        this.#problems.push(problem(variant.row, 'unknown-parent', message, { parent }));
        this.#refused += 1;
      }
    }
    this.#problems.sort((a, b) => a.row - b.row);
    const entries = [...this.#products.values()].map((product) => productEntry(withOwnPrice(product)));
    return { entries, problems: this.#problems, refused: this.#refused };
  }

  #readProduct(cells: Cells): void {
    const [id, sku, name] = [cells.text('ID'), cells.text('SKU'), cells.required('Name')];
    const handle = sku === '' ? `woocommerce:${id || name}` : '';
    const key = sku || handle;
    const first = this.#products.get(key);
    if (first) cells.problems.push(duplicateRow(cells.line, key, first.row));
    const record = {
      ...stockedOf(cells),
      ...(handle === '' ? {} : { handle: handle.slice(0, 100) }),
      ...{ name, unit: 'pcs', variants: [] },
      taxRate: cells.text('Tax status') === 'none' ? 0 : this.#settings.taxRate,
      description: textOfHtml(cells.text('Description') || cells.text('Short description')),
      tags: tagsOf(cells.text('Tags')),
      vendor: cells.text('Brands'),
      images: imagesIn(cells.text('Images')),
    };
    if (cells.problems.length > 0) return;
    this.#products.set(key, record);
    for (const known of [sku, `id:${id}`]) if (known !== '') this.#keys.set(known, key);
  }

  #readVariation(cells: Cells): void {
    const parent = cells.required('Parent');
    const options = optionsOf(cells);
    if (options.length === 0)
      cells.add('missing-value', 'This must not be empty.', { column: 'Attribute 1 value(s)' });
    const variant = { ...stockedOf(cells), options };
    if (cells.problems.length === 0) this.#variations.push({ parent, variant });
  }
}

const sharedStock = ({ row, name, quantity }: ProductRecord): RowProblem[] =>
  quantity > 0
    ? [
        problem(row, 'shared-stock', 'Its stock is one for all variations there: count each here.', {
          found: name,
        }),
      ]
    : [];

/** A variable product has neither price nor stock of its own: its first variation's price will do. */
const withOwnPrice = (product: ProductRecord & { readonly variants: readonly VariantRecord[] }) => {
  const [first] = product.variants;
  if (!first) return product;
  return {
    ...product,
    quantity: 0,
    remarks: sharedStock(product),
    unitPrice: product.unitPrice === 0 ? first.unitPrice : product.unitPrice,
  };
};

export const products: Format = {
  name: 'woocommerce-products',
  kind: 'products',
  columns: ['Type', 'SKU', 'Name', 'Regular price', 'Stock', 'Tax status', 'Parent'],
  open: (settings) => new ProductReader(settings),
};
