import { QUANTITY_DECIMALS, UNIT_PRICE_DECIMALS } from '../../../../domain/pricing/index.ts';
import type { Cells } from '../../cells.ts';
import type { Entry, Format } from '../format.ts';
import { singles } from '../singles.ts';
import { commandIdOf, idOf } from './source.ts';

const product = (key: string, cells: Cells): Entry => {
  const productId = idOf('product', key);
  const name = cells.required('ProductName');
  const unit = cells.text('QuantityPerUnit') || 'pcs';
  const unitPrice = cells.decimal('UnitPrice', UNIT_PRICE_DECIMALS);
  const quantity = cells.decimal('UnitsInStock', QUANTITY_DECIMALS);
  const reorderLevel = cells.decimalOrNone('ReorderLevel', QUANTITY_DECIMALS);
  const create = {
    commandId: commandIdOf('product', key),
    type: 'CreateProduct',
    payload: { productId, name, sku: key, unit, unitPrice, taxRate: 0 },
  };
  const receive = {
    commandId: commandIdOf('stock', key),
    type: 'ReceiveStock',
    payload: { productId, quantity },
  };
  const order = {
    commandId: commandIdOf('reorder', key),
    type: 'SetReorderLevel',
    payload: { productId, level: reorderLevel },
  };
  return {
    kind: 'products',
    key,
    id: idOf('product', key),
    row: cells.line,
    lines: 0,
    shelves: [{ productId, quantity, ...(reorderLevel > 0 && { reorderLevel, isLevelNew: true }) }],
    commands: () => [create, ...(quantity > 0 ? [receive] : []), ...(reorderLevel > 0 ? [order] : [])],
    blame: () => [],
    worth: () => undefined,
  };
};

export const products: Format = {
  name: 'northwind-products',
  kind: 'products',
  columns: ['ProductID', 'ProductName', 'UnitPrice', 'UnitsInStock'],
  open: () => singles('ProductID', product),
};
