import { canonicalJson, type JobContext, type PlannedCommand } from '../../kernel/index.ts';
import { CustomerDetails } from '../../views/customers/query.ts';
import { OrderDetails } from '../../views/order-details/query.ts';
import { ProductDetails } from '../../views/products/query.ts';
import type { Entry } from './formats/format.ts';

type Ask = JobContext['query'];
type Members = Readonly<Record<string, unknown>>;

const CUSTOMER = [
  ...['name', 'company', 'email', 'phone', 'note', 'reference', 'address'],
  ...['taxNumber', 'paymentDays'],
];
const PRODUCT = ['name', 'unit', 'taxRate', 'description', 'vendor', 'tags'];
/** With variants these are theirs. */
const SOLD = ['sku', 'barcode', 'unitPrice'];

const written = (value: unknown): string => {
  const isNothing = value === undefined || (Array.isArray(value) && value.length === 0);
  return isNothing ? '' : canonicalJson(value);
};

const alike = (one: object, other: object, members: readonly string[]): boolean =>
  members.every((name) => written((one as Members)[name]) === written((other as Members)[name]));

const sameProduct = async (commands: readonly PlannedCommand[], id: string, ask: Ask): Promise<boolean> => {
  const row = await ask(ProductDetails, { productId: id });
  const created = commands[0]?.payload as Members & { readonly unitPrice: number };
  if (!row || !alike(created, row, PRODUCT)) return false;
  const variants = commands
    .filter(({ type }) => type === 'AddVariant')
    .map(({ payload }) => payload as Members);
  if (variants.length === 0) return alike(created, row, SOLD);
  return variants.every((variant) => {
    const known = row.variants.find(({ variantId }) => variantId === variant['variantId']);
    return (
      known !== undefined &&
      alike(
        { ...variant, unitPrice: variant['unitPrice'] ?? created.unitPrice },
        { ...known, unitPrice: known.unitPrice ?? row.unitPrice },
        [...SOLD, 'options'],
      )
    );
  });
};

/**
 * Whether what the book has under an entry's own id is what its file says: then a file that the book itself wrote has
 * come back, and there is nothing to bring. Stock and what became of an order since are not compared.
 */
export const isInBook = async (
  entry: Entry,
  commands: readonly PlannedCommand[],
  ask: Ask,
): Promise<boolean> => {
  const { id } = entry;
  switch (entry.kind) {
    case 'customers': {
      const row = await ask(CustomerDetails, { customerId: id });
      return row !== undefined && alike(commands[0]?.payload as Members, row, CUSTOMER);
    }
    case 'products':
      return sameProduct(commands, id, ask);
    case 'orders': {
      const page = await ask(OrderDetails, { orderId: id });
      return page !== undefined && (page.agreed ?? page.totals).subtotal === entry.worth()?.gross;
    }
  }
};
