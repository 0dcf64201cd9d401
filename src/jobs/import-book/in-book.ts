import { canonicalJson, type JobContext, type Json, type PlannedCommand } from '../../kernel/index.ts';
import { CustomerDetails } from '../../views/customers/query.ts';
import { OrderDetails } from '../../views/order-details/query.ts';
import { ProductDetails } from '../../views/products/query.ts';
import { StockLevels } from '../../views/stock/query.ts';
import type { Entry, ToldShelf } from './formats/format.ts';

type Ask = JobContext['query'];
type Members = Readonly<Record<string, unknown>>;

/** One thing that a file says otherwise than the book. `field` is one of `fieldTitles`, or a member of an address. */
export type Difference = {
  readonly field: string;
  /** Of which variant, where there are several. */
  readonly variant?: string;
  /** As commands have it: thousandths, ten-thousandths of a price. Left out where it is nothing, or no one value. */
  readonly file?: Json;
  readonly book?: Json;
};

/** The members that are compared, each by what the file's fields call it. */
const CUSTOMER = {
  ...{ name: 'name', company: 'company', email: 'email', phone: 'phone', note: 'note' },
  ...{ reference: 'reference', address: 'street', taxNumber: 'taxNumber', paymentDays: 'paymentDays' },
};
const PRODUCT = {
  ...{ name: 'name', unit: 'unit', taxRate: 'taxRate' },
  ...{ description: 'description', vendor: 'vendor', tags: 'tags' },
};
/** With variants these are theirs. */
const SOLD = { sku: 'sku', barcode: 'barcode', unitPrice: 'price' };
const OPTIONS = { options: 'option1Value' };

const written = (value: unknown): string => {
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  return isNothing ? '' : canonicalJson(value);
};

const simple = (value: unknown) =>
  typeof value === 'number' || typeof value === 'string' ? value : undefined;

const told = (field: string, file: unknown, book: unknown): Difference => {
  const [one, other] = [simple(file), simple(book)];
  return {
    field,
    ...(one !== undefined && { file: one }),
    ...(other !== undefined && { book: other }),
  };
};

const between = (file: object, book: object, fields: Readonly<Record<string, string>>): Difference[] =>
  Object.entries(fields).flatMap(([member, field]) => {
    const [one, other] = [(file as Members)[member], (book as Members)[member]];
    return written(one) === written(other) ? [] : [told(field, one, other)];
  });

/** The book may owe what it has not: a file can only say that nothing lies there. */
const ofShelves = async (shelves: readonly ToldShelf[], ask: Ask): Promise<Difference[]> => {
  const levels = await ask(StockLevels, { productIds: shelves.map(({ productId }) => productId) });
  return shelves.flatMap(({ productId, quantity, reorderLevel, isLevelNew = false, stockPolicy }) => {
    const level = levels.find((one) => one.productId === productId);
    if (!level) return [];
    const variant = level.variant ?? '';
    const onHand = Math.max(0, level.onHand);
    const isOtherLevel =
      reorderLevel !== undefined &&
      reorderLevel !== level.reorderLevel &&
      !(isLevelNew && level.reorderLevel === undefined);
    return [
      ...(quantity !== undefined && quantity !== onHand ? [told('stock', quantity, onHand)] : []),
      ...(isOtherLevel ? [told('reorderLevel', reorderLevel, level.reorderLevel)] : []),
      ...(stockPolicy !== undefined && stockPolicy !== level.policy
        ? [told('policy', stockPolicy, level.policy)]
        : []),
    ].map((one) => (variant === '' ? one : { ...one, variant }));
  });
};

const ofProduct = async (
  commands: readonly PlannedCommand[],
  id: string,
  ask: Ask,
): Promise<readonly Difference[] | undefined> => {
  const row = await ask(ProductDetails, { productId: id });
  const created = commands[0]?.payload as Members & { readonly unitPrice: number };
  if (!row) return undefined;
  const variants = commands
    .filter(({ type }) => type === 'AddVariant')
    .map(({ payload }) => payload as Members);
  const whole = between(created, row, PRODUCT);
  if (variants.length === 0) return [...whole, ...between(created, row, SOLD)];
  const ofVariants = variants.flatMap((variant): Difference[] => {
    const known = row.variants.find(({ variantId }) => variantId === variant['variantId']);
    const options = variant['options'] as readonly { readonly value: string }[];
    const called = options.map(({ value }) => value).join(' / ');
    if (!known) return [{ field: 'option1Value', file: called }];
    const found = between(
      { ...variant, unitPrice: variant['unitPrice'] ?? created.unitPrice },
      { ...known, unitPrice: known.unitPrice ?? row.unitPrice },
      { ...SOLD, ...OPTIONS },
    );
    return found.map((one) => ({ ...one, variant: called }));
  });
  return [...whole, ...ofVariants];
};

/**
 * What an entry's file says otherwise than the book has it under the entry's own id; none: a file that the book itself wrote
 * has come back, and there is nothing to bring. What became of an order since is not compared. Undefined: the book has
 * nothing of that id.
 */
export const differencesOf = async (
  entry: Entry,
  commands: readonly PlannedCommand[],
  ask: Ask,
): Promise<readonly Difference[] | undefined> => {
  const { id } = entry;
  switch (entry.kind) {
    case 'customers': {
      const row = await ask(CustomerDetails, { customerId: id });
      return row && between(commands[0]?.payload as Members, row, CUSTOMER);
    }
    case 'products': {
      const found = await ofProduct(commands, id, ask);
      return found && [...found, ...(await ofShelves(entry.shelves ?? [], ask))];
    }
    case 'orders': {
      const page = await ask(OrderDetails, { orderId: id });
      if (!page) return undefined;
      const { subtotal } = page.agreed ?? page.totals;
      const gross = entry.worth()?.gross;
      return subtotal === gross ? [] : [told('total', gross, subtotal)];
    }
  }
};
