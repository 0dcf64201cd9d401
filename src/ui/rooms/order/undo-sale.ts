import type { Client } from '../../../client/index.ts';
import { sendUnasked } from '../../feedback/receipts.ts';
import { toasts } from '../../parts/toasts.svelte.ts';
import { m } from '../../words/index.ts';

/** Takes back a counter sale just made, and says what became of it. Whoever asks twice gets the same undoing. */
export const undoingSale = (
  client: Pick<Client, 'dispatch' | 'newId'>,
  { orderId, number }: { readonly orderId: string; readonly number: string },
): (() => void) => {
  const [commandId, returnId] = [client.newId(), client.newId()];
  const [creditId, refundId] = [client.newId(), client.newId()];
  return () => {
    const asked = { orderId, returnId, creditId, refundId, reason: m.order_undo_sale_reason() };
    void sendUnasked(client, 'UndoCounterSale', asked, { commandId }).then((isDone) => {
      if (isDone) toasts.show(m.order_undo_sale_done({ number }));
    });
  };
};
