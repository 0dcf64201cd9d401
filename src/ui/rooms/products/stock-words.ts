import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { StockForm } from './stock-form.svelte.ts';

interface StockWords {
  readonly title: string;
  readonly quantity: string;
  /** What else is to be written; absent where the figure says it all. */
  readonly text?: string;
  readonly textHint?: string;
  readonly verb: string;
  readonly done: string;
}

const damagedVerb = (way: StockForm['way']): string => {
  if (way === 'write-off') return m.products_damaged_write_off();
  return way === 'sell-again' ? m.products_damaged_sell_again() : m.products_damaged_set_aside();
};

export const stockWords = ({ action, way }: Pick<StockForm, 'action' | 'way'>, name: string): StockWords => {
  switch (action) {
    case 'receive':
      return {
        title: m.products_receive_title({ name }),
        quantity: m.products_receive_quantity(),
        text: m.products_receive_note(),
        textHint: m.products_receive_note_hint(),
        verb: m.products_receive_do(),
        done: m.products_receive_done({ name }),
      };
    case 'adjust':
      return {
        title: m.products_adjust_title({ name }),
        quantity: m.products_adjust_quantity(),
        text: m.products_adjust_reason(),
        textHint: m.products_adjust_reason_hint(),
        verb: m.products_adjust_do(),
        done: m.products_adjust_done({ name }),
      };
    case 'count':
      return {
        title: m.products_count_title({ name }),
        quantity: m.products_count_quantity(),
        text: m.products_receive_note(),
        verb: m.products_count_do(),
        done: m.products_count_done({ name }),
      };
    case 'damaged':
      return {
        title: m.products_damaged_title({ name }),
        quantity: m.products_damaged_quantity(),
        text: m.products_adjust_reason(),
        textHint: m.products_damaged_reason_hint(),
        verb: damagedVerb(way),
        done: m.products_damaged_done({ name }),
      };
    case 'buffer':
      return {
        title: m.products_buffer_title({ name }),
        quantity: m.products_buffer_quantity(),
        text: m.products_adjust_reason(),
        textHint: m.products_buffer_reason_hint(),
        verb: m.products_buffer_do(),
        done: m.products_buffer_done({ name }),
      };
    case 'reorder':
      return {
        title: m.products_reorder_title({ name }),
        quantity: m.products_reorder_quantity(),
        verb: m.products_reorder_do(),
        done: m.products_reorder_done({ name }),
      };
  }
};

/** What the figure will come to, while it is being typed; `after` is undefined before. */
export const outcomeOf = (
  action: StockForm['action'],
  {
    onHand,
    unavailable,
    buffer,
    available,
  }: { onHand: number; unavailable: number; buffer: number; available?: number },
  after: number | undefined,
  unit: string,
): string => {
  if (action === 'reorder') return m.products_reorder_now({ quantity: quantity(available ?? onHand, unit) });
  if (action === 'buffer') return m.products_buffer_now({ quantity: quantity(buffer, unit) });
  if (action === 'damaged')
    return m.products_damaged_now({
      quantity: quantity(unavailable, unit),
      onHand: quantity(after ?? onHand, unit),
    });
  if (action !== 'count')
    return after === undefined
      ? m.products_on_hand_now({ quantity: quantity(onHand, unit) })
      : m.products_after({ quantity: quantity(after, unit) });
  if (after === undefined) return m.products_count_expected({ quantity: quantity(onHand, unit) });
  const difference = quantity(Math.abs(after - onHand), unit);
  if (after === onHand) return m.products_count_same();
  return after > onHand
    ? m.products_count_more({ quantity: difference })
    : m.products_count_less({ quantity: difference });
};
