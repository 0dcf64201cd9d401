import type { Client } from '../../../client/index.ts';
import { toasts } from '../../parts/toasts.svelte.ts';
import { doubt, sentence } from '../../words/errors.ts';
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
    void client.dispatch('UndoCounterSale', asked, { commandId }).then((receipt) => {
      if (receipt.status === 'rejected') toasts.show(sentence(receipt.rejection), { tone: 'wrong' });
      else if (receipt.status === 'in-doubt') toasts.show(doubt(receipt.reason), { tone: 'wrong' });
      else toasts.show(m.order_undo_sale_done({ number }));
    });
  };
};
