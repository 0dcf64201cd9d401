import * as z from 'zod/mini';
import { defineCommand, ok, on, reject, type Loaded } from '../../kernel/index.ts';
import { CustomerArchived, customers } from '../customer/index.ts';
import { CustomerId, OrderId, ProductId } from '../ids.ts';
import { OrderImportUndone, orders, type OrderState } from '../order/index.ts';
import { ProductArchived, products } from '../product/index.ts';
import { StockAdjusted, stock } from '../stock/index.ts';

const permission = 'import.run';
const Version = z.int().check(z.positive());
const REASON = 'The import that brought it was undone';

const changed = (values: Readonly<Record<string, string>>) =>
  reject('changed-since-import', 'This was changed or used since it was imported, so it stays.', values);

const touched = ({ version }: Loaded<unknown>, expected: number): boolean => version !== expected;

/**
 * Takes an imported order back as if it had never come in: no list, total, stock or balance has it; its number stays
 * used. `version` is that of the last event by the import itself: an order that somebody has worked on stays.
 */
export const UndoImportedOrder = defineCommand({
  type: 'UndoImportedOrder',
  payload: z.strictObject({ orderId: OrderId, version: Version }),
  permission,
  load: ({ orderId }, read) => read(orders, orderId),
  decide: ({ orderId, version }, order: Loaded<OrderState>) => {
    if (!order.state.agreed) return reject('unknown-order', 'There is no such order.', { orderId });
    if (!order.state.imported)
      return reject('not-imported', 'This order was taken here and not imported.', { orderId });
    if (touched(order, version)) return changed({ orderId });
    return ok([on(orders, orderId, OrderImportUndone({}))]);
  },
});

/**
 * Takes an imported product back: what it brought to the shelf is booked off again, and it is archived. It stays when its
 * description was changed, or when anything of its stock has moved or is promised.
 */
export const UndoImportedProduct = defineCommand({
  type: 'UndoImportedProduct',
  payload: z.strictObject({
    productId: ProductId,
    version: Version,
    /** Of the product itself and of each of its variants: what the import received, in thousandths. */
    stock: z.array(z.strictObject({ productId: ProductId, received: z.int().check(z.nonnegative()) })),
  }),
  permission,
  load: async ({ productId, stock: shelves }, read) => ({
    product: await read(products, productId),
    shelves: await Promise.all(shelves.map((shelf) => read(stock, shelf.productId))),
  }),
  decide: ({ productId, version, stock: given }, { product, shelves }) => {
    if (!product.state.description)
      return reject('unknown-product', 'There is no such product.', { productId });
    if (product.state.archived) return ok([]);
    const asImported = shelves.every(
      ({ state }, n) =>
        state.onHand === given[n]?.received && state.reserved === 0 && state.backOrdered === 0,
    );
    if (touched(product, version) || !asImported) return changed({ productId });
    const adjusted = given.filter(({ received }) => received > 0);
    return ok([
      ...adjusted.map(({ productId: shelf, received }) =>
        on(stock, shelf, StockAdjusted({ productId: shelf, delta: -received, reason: REASON })),
      ),
      on(products, productId, ProductArchived({ productId })),
    ]);
  },
});

/** Takes an imported customer back, into the archive; one whom somebody has changed since stays. */
export const UndoImportedCustomer = defineCommand({
  type: 'UndoImportedCustomer',
  payload: z.strictObject({ customerId: CustomerId, version: Version }),
  permission,
  load: ({ customerId }, read) => read(customers, customerId),
  decide: ({ customerId, version }, customer) => {
    if (!customer.state.description)
      return reject('unknown-customer', 'There is no such customer.', { customerId });
    if (customer.state.archived) return ok([]);
    if (touched(customer, version)) return changed({ customerId });
    return ok([on(customers, customerId, CustomerArchived({ customerId }))]);
  },
});
