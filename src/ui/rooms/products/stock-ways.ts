import type { Choosable } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';
import type { StockAction, Way } from './stock-form.svelte.ts';

interface Ways {
  readonly label: string;
  readonly options: Choosable<Way>[];
}

/** What can have happened; undefined where the action itself says it. */
export const waysOf = (action: StockAction, { unavailable }: { unavailable: number }): Ways | undefined => {
  const disabled = unavailable <= 0;
  switch (action) {
    case 'adjust':
      return {
        label: m.products_adjust_way(),
        options: [
          { value: 'remove', label: m.products_adjust_remove() },
          { value: 'add', label: m.products_adjust_add() },
        ],
      };
    case 'damaged':
      return {
        label: m.products_damaged_way(),
        options: [
          { value: 'set-aside', label: m.products_damaged_set_aside() },
          { value: 'sell-again', label: m.products_damaged_sell_again(), disabled },
          { value: 'write-off', label: m.products_damaged_write_off(), disabled },
        ],
      };
    default:
      return undefined;
  }
};
