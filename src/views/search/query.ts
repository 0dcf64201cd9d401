import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import type { FoundRow, Kind, SearchTables } from './row.ts';

const Position = z.optional(z.int().check(z.nonnegative()));

/**
 * What can be found of one kind, for whoever keeps an index of it: what changed after a position, the oldest change first;
 * else what changed last before one, the newest first.
 */
const findable = <Name extends string>(name: Name, kind: Kind, permission: string) =>
  defineQuery<SearchTables>()({
    ...{ name, view: 'search', permission },
    params: z.object({
      after: Position,
      before: Position,
      limit: z._default(z.int().check(z.minimum(1), z.maximum(5_000)), 2_000),
    }),
    run: ({ things }, { after, before, limit }): Promise<readonly FoundRow[]> => {
      const index = { index: 'kind+at', prefix: [kind], limit };
      return after === undefined
        ? things.range({
            ...index,
            reverse: true,
            ...(before === undefined ? {} : { to: before, toOpen: true }),
          })
        : things.range({ ...index, from: after, fromOpen: true });
    },
  });

export const FindableOrders = findable('FindableOrders', 'order', 'order.see');
export const FindableCustomers = findable('FindableCustomers', 'customer', 'customer.see');
export const FindableProducts = findable('FindableProducts', 'product', 'product.see');

/** All that can be found, kind by kind: an order is found by its customer, who is therefore read first. */
export const FINDABLE = [FindableCustomers, FindableProducts, FindableOrders] as const;
