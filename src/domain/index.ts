import type { Aggregate, CommandType } from '../kernel/index.ts';
import { bookCommands, books } from './book/index.ts';
import { customerCommands, CustomerForgotten, customers } from './customer/index.ts';
import { importCommands, imports } from './import/index.ts';
import { operatorCommands, operators } from './operator/index.ts';
import { orderCommands, orders } from './order/index.ts';
import { productCommands, products } from './product/index.ts';
import { series } from './series/index.ts';
import { stock, stockCommands } from './stock/index.ts';

/** The whole write model, for whoever puts the application together. */
export const aggregates = [
  books,
  products,
  customers,
  stock,
  orders,
  series,
  imports,
  operators,
] as readonly Aggregate[];

/** After these the person that they name is known no more: the key to all that is personal of them is destroyed. */
export const forgetting = [CustomerForgotten];

export const commands = [
  ...operatorCommands,
  ...bookCommands,
  ...productCommands,
  ...customerCommands,
  ...stockCommands,
  ...orderCommands,
  ...importCommands,
] as readonly CommandType[];
