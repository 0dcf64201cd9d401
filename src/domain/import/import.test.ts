import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { agreed, ANNA, anna, line, orderId, pieces, shop, TEA } from '../../../test/spec/shop.ts';
import { CustomerArchived, customers } from '../customer/index.ts';
import { ImportId } from '../ids.ts';
import { NoteAdded, OrderImportUndone, orders, OrderSubmitted } from '../order/index.ts';
import { ProductArchived, products } from '../product/index.ts';
import { stock, StockAdjusted, StockReceived } from '../stock/index.ts';
import { FinishImport, NoteImportUndone, StartImport } from './commands.ts';
import { ImportFinished, ImportStarted, ImportUndone } from './events.ts';
import { imports } from './state.ts';
import { UndoImportedCustomer, UndoImportedOrder, UndoImportedProduct } from './undo.ts';

const importId = ImportId.parse('0193500b-0000-7000-8000-000000000001');
const files = [{ name: 'orders.csv', kind: 'orders', rows: 2 }];
const counts = { customers: 1, products: 2, orders: 1, lines: 2 };
const begun = on(imports, importId, ImportStarted({ importId, files }));

describe('a run of an import', () => {
  it('begins once', async () => {
    await given().when(StartImport, { importId, files }).then(begun);
    await given().when(StartImport, { importId, files }).again().thenNothing();
  });

  it('ends once', async () => {
    const end = { importId, counts };
    await given(begun).when(FinishImport, end).then(ImportFinished(end));
    await given(begun).when(FinishImport, end).again().thenNothing();
  });

  it('that nobody began can neither end nor be undone', async () => {
    await given().when(FinishImport, { importId, counts }).thenRejected('unknown-import', { importId });
    const note = { importId, customers: 0, products: 0, orders: 0, kept: 0 };
    await given().when(NoteImportUndone, note).thenRejected('unknown-import', { importId });
    await given(begun).when(NoteImportUndone, note).then(ImportUndone(note));
  });
});

describe('undoing an imported order', () => {
  const source = { system: 'Shopify', reference: '#1' };
  const order = on(orders, orderId(1), OrderSubmitted(agreed(1, [line(1, TEA, 2)], { source })));
  const undo = { orderId: orderId(1), version: 1 };

  it('leaves it as if it had never been', () =>
    given(order)
      .when(UndoImportedOrder, undo)
      .then(on(orders, orderId(1), OrderImportUndone({}))));

  it('is done once: there is no such order any more', () =>
    given(order).when(UndoImportedOrder, undo).again().thenRejected('unknown-order'));

  it('is refused once somebody has worked on it', () =>
    given(order, on(orders, orderId(1), NoteAdded({ text: 'Called.' })))
      .when(UndoImportedOrder, undo)
      .thenRejected('changed-since-import', { orderId: orderId(1) }));

  it('is refused for an order that was taken here', () =>
    given(on(orders, orderId(1), OrderSubmitted(agreed(1, [line(1, TEA, 2)]))))
      .when(UndoImportedOrder, undo)
      .thenRejected('not-imported', { orderId: orderId(1) }));

  it('is refused for an order that never was', () =>
    given()
      .when(UndoImportedOrder, undo)
      .thenRejected('unknown-order', { orderId: orderId(1) }));
});

describe('undoing an imported product', () => {
  const received = on(stock, TEA, StockReceived({ productId: TEA, quantity: pieces(5) }));
  const shelf = (count: number) => [{ productId: TEA, received: count }];
  const undo = { productId: TEA, version: 1, stock: shelf(5000) };
  const reason = 'The import that brought it was undone';

  it('books off what it brought, and archives it', () =>
    given(...shop(), received)
      .when(UndoImportedProduct, undo)
      .then(
        on(stock, TEA, StockAdjusted({ productId: TEA, delta: -5000, reason })),
        on(products, TEA, ProductArchived({ productId: TEA })),
      ));

  it('happens once', () =>
    given(...shop(), received)
      .when(UndoImportedProduct, undo)
      .again()
      .thenNothing());

  it('is refused once its stock has moved, or it was changed', async () => {
    await given(...shop(), received, received)
      .when(UndoImportedProduct, undo)
      .thenRejected('changed-since-import', { productId: TEA });
    await given(...shop())
      .when(UndoImportedProduct, { ...undo, version: 7, stock: shelf(0) })
      .thenRejected('changed-since-import', { productId: TEA });
  });

  it('is refused for a product that never was', () =>
    given().when(UndoImportedProduct, undo).thenRejected('unknown-product', { productId: TEA }));
});

describe('undoing an imported customer', () => {
  const undo = { customerId: ANNA, version: 1 };

  it('archives the customer, once', async () => {
    await given(anna)
      .when(UndoImportedCustomer, undo)
      .then(on(customers, ANNA, CustomerArchived({ customerId: ANNA })));
    await given(anna).when(UndoImportedCustomer, undo).again().thenNothing();
  });

  it('is refused once somebody has changed the customer', () =>
    given(anna)
      .when(UndoImportedCustomer, { ...undo, version: 2 })
      .thenRejected('changed-since-import', { customerId: ANNA }));

  it('is refused for a customer who never was', () =>
    given().when(UndoImportedCustomer, undo).thenRejected('unknown-customer', { customerId: ANNA }));
});
