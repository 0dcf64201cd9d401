import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import type { CustomerState } from '../customer/index.ts';
import type { CustomerId } from '../ids.ts';
import type { OrderCustomer } from './parts.ts';
import { unknownCustomer } from './refusals.ts';

/** Who the customer is now, to be kept with the order. */
export const snapshot = (
  id: CustomerId,
  { description }: CustomerState,
): Result<OrderCustomer, Rejection> => {
  if (!description) return unknownCustomer(id);
  const { customerId, name, company, address } = description;
  return ok({ customerId, name, company, address });
};

/** The same for a new order, which an archived or forgotten customer does not get. */
export const orderingCustomer = (id: CustomerId, state: CustomerState): Result<OrderCustomer, Rejection> => {
  if (state.forgotten)
    return reject('customer-forgotten', 'This customer was forgotten and can take no new order.', {
      customerId: id,
    });
  return state.description && state.archived
    ? reject(
        'customer-archived',
        `“${state.description.name}” is archived. Restore the customer to take an order.`,
        {
          customerId: id,
          name: state.description.name,
        },
      )
    : snapshot(id, state);
};

/** Whom a draft is for as they are when it is placed; as they were noted, where they take no new order any more. */
export const asTheyAre = (
  noted: OrderCustomer | undefined,
  state: CustomerState | undefined,
): OrderCustomer | undefined => {
  if (!noted || !state) return noted;
  const now = orderingCustomer(noted.customerId, state);
  return now.ok ? now.value : noted;
};
