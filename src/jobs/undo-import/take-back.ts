import type { JobContext, PlannedCommand, Receipt, Rejection } from '../../kernel/index.ts';
import { CustomerOrders } from '../../views/customer-orders/query.ts';
import { CustomerDetails } from '../../views/customers/query.ts';
import type { ImportedThing } from '../../views/imports/index.ts';
import type { KeptThing } from './report.ts';

/** FOR EVER: the read model of imports knows an undoing by how its commands begin. */
const commandOf = (thing: ImportedThing): PlannedCommand => {
  const { kind, id, importId, undone, version } = thing;
  const commandId = `undo-import/${importId}/${kind}/${id}/${String(undone + 1)}`;
  switch (kind) {
    case 'order':
      return { commandId, type: 'UndoImportedOrder', payload: { orderId: id, version } };
    case 'product':
      return {
        commandId,
        type: 'UndoImportedProduct',
        payload: { productId: id, version, stock: thing.stock },
      };
    case 'customer':
      return { commandId, type: 'UndoImportedCustomer', payload: { customerId: id, version } };
  }
};

const CHANGED: Rejection = {
  code: 'changed-since-import',
  message: 'This was changed or used since it was imported, so it stays.',
  values: {},
};

const IN_USE: Rejection = {
  code: 'in-use',
  message: 'Other orders are for this customer, who therefore stays.',
  values: {},
};

const rejectionIn = (receipt: Receipt | undefined): Rejection | undefined => {
  const outcome = receipt?.status === 'duplicate' ? receipt.original : receipt;
  return outcome?.status === 'rejected' ? outcome.rejection : undefined;
};

/** Customers are called by name only here, at the last moment: the read model of imports does not keep it. */
const called = async ({ kind, id, called: name }: ImportedThing, { query }: JobContext): Promise<string> =>
  kind === 'customer' ? ((await query(CustomerDetails, { customerId: id }))?.name ?? name) : name;

const isInUse = async ({ kind, id }: ImportedThing, { query }: JobContext): Promise<boolean> =>
  kind === 'customer' && (await query(CustomerOrders, { customerId: id, limit: 1 })).rows.length > 0;

/** Takes these things back, all of one kind; what can't be is told with its reason. */
export const takeBack = async (
  things: readonly ImportedThing[],
  context: JobContext,
): Promise<readonly KeptThing[]> => {
  const kept: KeptThing[] = [];
  const keep = async (thing: ImportedThing, { code, message }: Rejection): Promise<void> => {
    const { kind, id } = thing;
    kept.push({ kind, id, called: await called(thing, context), code, message });
  };
  const goers: ImportedThing[] = [];
  for (const thing of things) {
    if (thing.touched) await keep(thing, CHANGED);
    else if (await isInUse(thing, context)) await keep(thing, IN_USE);
    else goers.push(thing);
  }
  const receipts = goers.length === 0 ? [] : await context.dispatch(goers.map(commandOf));
  for (const [n, thing] of goers.entries()) {
    const rejection = rejectionIn(receipts[n]);
    if (rejection) await keep(thing, rejection);
  }
  return kept;
};
