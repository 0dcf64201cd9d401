import { UNIT_PRICE_DECIMALS } from '../../../../domain/pricing/index.ts';
import type { StockPolicy } from '../../../../domain/stock/index.ts';
import type { Cells } from '../../cells.ts';
import type { RowProblem } from '../../problem.ts';
import type { Entries, Entry, FileReader, Format, FormatSettings } from '../format.ts';
import { textOfHtml } from '../html-text.ts';
import { productEntry } from '../named.ts';
import { onShelf, type OnShelf } from '../on-shelf.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { keyOf } from '../singles.ts';
import { imagesOf, tagsOf } from '../window.ts';

/** What the first row of a handle says of the product as a whole, and what all its rows add up to. */
interface Product {
  readonly handle: string;
  readonly row: number;
  readonly title: string;
  readonly about: Pick<ProductRecord, 'description' | 'vendor' | 'tags'>;
  readonly taxRate: number;
  readonly optionNames: readonly string[];
  readonly variants: VariantRecord[];
  readonly images: { readonly url: string; readonly alt?: string }[];
  bad: number;
}

const NUMBERS = [1, 2, 3];

/** Option names stand on the first row only. */
const optionsOf = (cells: Cells, names: readonly string[]): VariantRecord['options'] =>
  NUMBERS.flatMap((n) => {
    const value = cells.text(`Option${String(n)} Value`);
    const name = names[n - 1] ?? '';
    return value === '' ? [] : [{ name: name === '' ? `Option ${String(n)}` : name, value }];
  });

/**
 * An export names who tracks the stock; with nobody, and no figure, it is not counted. A figure that stands there all the
 * same was once counted. A shop with several places exports no figures with its products at all.
 */
const policyOf = (cells: Cells, { isSaid, quantity }: OnShelf): StockPolicy => {
  const isTracked = cells.all('Variant Inventory Tracker')[0] !== '';
  if (!isSaid || (!isTracked && quantity === 0)) return 'uncounted';
  return cells.text('Variant Inventory Policy') === 'continue' ? 'warn' : 'block';
};

const variantOf = (cells: Cells, names: readonly string[]): VariantRecord => {
  const shelf = onShelf(cells, 'Variant Inventory Qty');
  return {
    row: cells.line,
    options: optionsOf(cells, names),
    sku: cells.text('Variant SKU'),
    barcode: cells.text('Variant Barcode'),
    unitPrice: cells.decimal('Variant Price', UNIT_PRICE_DECIMALS),
    ...shelf,
    stockPolicy: policyOf(cells, shelf),
  };
};

const begun = (handle: string, cells: Cells, { taxRate }: FormatSettings): Product => ({
  handle,
  row: cells.line,
  title: cells.required('Title'),
  about: {
    description: textOfHtml(cells.text('Body (HTML)')),
    vendor: cells.text('Vendor'),
    tags: tagsOf(cells.text('Tags')),
  },
  taxRate: cells.text('Variant Taxable').toLowerCase() === 'false' ? 0 : taxRate,
  optionNames: NUMBERS.map((n) => cells.text(`Option${String(n)} Name`)),
  variants: [],
  images: [],
  bad: 0,
});

/** Shopify gives a product without options one option `Title` of the value `Default Title`. */
const isPlain = ({ variants }: Product): boolean =>
  variants.length === 1 && (variants[0]?.options ?? []).every(({ value }) => value === 'Default Title');

const entryOf = (product: Product): Entry => {
  const { handle, row, title, taxRate, about, images, variants } = product;
  const [first] = variants;
  const described = { handle, row, name: title, taxRate, unit: 'pcs', images, ...about };
  const unitPrice = first?.unitPrice ?? 0;
  if (first && isPlain(product)) {
    const { options: _, ...stocked } = first;
    return productEntry({ ...stocked, ...described, unitPrice });
  }
  return productEntry({ ...described, sku: '', barcode: '', quantity: 0, unitPrice, variants });
};

/** A product has a row for each variant, and one more for each further image; a bad row leaves the product out. */
class ProductReader implements FileReader {
  readonly #settings: FormatSettings;
  readonly #products = new Map<string, Product>();
  readonly #problems: RowProblem[] = [];
  #nameless = 0;

  constructor(settings: FormatSettings) {
    this.#settings = settings;
  }

  read(cells: Cells): void {
    const handle = keyOf(cells, 'Handle');
    if (handle === '') this.#nameless += 1;
    else this.#readRow(handle, cells);
    this.#problems.push(...cells.problems);
  }

  close(): Entries {
    const products = [...this.#products.values()];
    return {
      entries: products.filter(({ bad }) => bad === 0).map(entryOf),
      problems: this.#problems,
      refused: this.#nameless + products.filter(({ bad }) => bad > 0).length,
    };
  }

  #readRow(handle: string, cells: Cells): void {
    const known = this.#products.get(handle);
    const product = known ?? begun(handle, cells, this.#settings);
    this.#products.set(handle, product);
    product.images.push(...imagesOf(cells, 'Image Src', 'Image Alt Text'));
    if (!known || cells.text('Variant Price') !== '') {
      const variant = variantOf(cells, product.optionNames);
      const title = JSON.stringify(variant.options);
      const twin = product.variants.find(({ options }) => JSON.stringify(options) === title);
      if (twin) {
        const message = `Row ${String(twin.row)} is the same variant of this product.`;
        cells.add('duplicate-row', message, { key: handle, first: twin.row });
      }
      product.variants.push(variant);
    }
    if (cells.problems.length > 0) product.bad += 1;
  }
}

export const products: Format = {
  name: 'shopify-products',
  kind: 'products',
  columns: ['Handle', 'Title', 'Option1 Value', 'Variant SKU', 'Variant Price'],
  open: (settings) => new ProductReader(settings),
};
