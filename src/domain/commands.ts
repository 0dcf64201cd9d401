import type { CommandType } from '../kernel/index.ts';
import { bookCommands } from './book/index.ts';
import { customerCommands } from './customer/index.ts';
import { importCommands } from './import/index.ts';
import { operatorCommands } from './operator/index.ts';
import { orderCommands } from './order/index.ts';
import { productCommands } from './product/index.ts';
import { stockCommands } from './stock/index.ts';

/** All that can be done in the trade. */
export const commands = [
  ...operatorCommands,
  ...bookCommands,
  ...productCommands,
  ...customerCommands,
  ...stockCommands,
  ...orderCommands,
  ...importCommands,
] as readonly CommandType[];
