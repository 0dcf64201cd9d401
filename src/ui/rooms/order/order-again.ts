import type { Client } from '../../../client/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { sendUnasked } from '../../feedback/receipts.ts';
import { saved } from '../../feedback/take-back.ts';

import { m } from '../../words/index.ts';

type Former = Pick<OrderPage, 'customer' | 'lines'>;

/** The same goods for the same customer, as a draft takes them: what they cost and are called today, without discounts. */
export const sameAgain = ({ customer, lines }: Former, newId: () => string) => ({
  ...(customer && { customerId: customer.customerId }),
  lines: lines.map(({ productId, variantId, quantity }) => ({
    lineId: newId(),
    productId,
    ...(variantId !== undefined && { variantId }),
    quantity,
  })),
});

/** Begins a draft of the same goods and opens it; what the book won't take is said, and nothing begun. */
export const orderAgain = async (client: Client, former: Former): Promise<void> => {
  const orderId = client.newId();
  const draft = { orderId, ...sameAgain(former, () => client.newId()) };
  const receipt = await sendUnasked(client, 'CreateDraft', draft);
  if (!receipt) return;
  location.hash = `/orders/${orderId}`;
  saved(client, receipt, m.order_again_done());
};
