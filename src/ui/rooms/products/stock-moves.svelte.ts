import BellRing from '@lucide/svelte/icons/bell-ring';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import PackagePlus from '@lucide/svelte/icons/package-plus';
import PackageX from '@lucide/svelte/icons/package-x';
import Scale from '@lucide/svelte/icons/scale';
import ShieldMinus from '@lucide/svelte/icons/shield-minus';
import type { Client } from '../../../client/index.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import type { Icon, MenuAction } from '../../parts/shapes.ts';
import { useMay } from '../../sign-in/may.ts';
import { m } from '../../words/index.ts';
import { isCounted } from './in-all.ts';
import { StockForm, type StockAction } from './stock-form.svelte.ts';

/** What a dialog about stock has to know of a product or variant. */
export type StockItem = Pick<
  StockRow,
  'productId' | 'name' | 'variant' | 'unit' | 'onHand' | 'unavailable' | 'buffer' | 'reorderLevel'
> &
  Partial<Pick<StockRow, 'available' | 'policy'>>;

/** What can be booked of a product or variant on the shelf, and what of it is being written now. */
export class StockMoves {
  form = $state.raw<StockForm>();
  #item = $state.raw<() => StockItem>();
  readonly #client: Client;
  readonly #who = useMay();

  /** During a component's initialisation. */
  constructor(client: Client) {
    this.#client = client;
  }

  get item(): StockItem | undefined {
    return this.#item?.();
  }

  receive(item: () => StockItem): MenuAction {
    return this.#move(item, 'receive', 'ReceiveStock', m.products_receive(), PackagePlus);
  }

  /** All but to receive some; of what nobody counts there is no more to say than how much there is. */
  others(item: () => StockItem): MenuAction[] {
    const count = this.#move(item, 'count', 'CountStock', m.products_count(), ClipboardList);
    if (!isCounted(item())) return [count];
    return [
      count,
      this.#move(item, 'adjust', 'AdjustStock', m.products_adjust(), Scale),
      this.#move(item, 'damaged', 'AdjustStock', m.products_damaged(), PackageX),
      this.#move(item, 'buffer', 'SetBuffer', m.products_buffer(), ShieldMinus),
      this.#move(item, 'reorder', 'SetReorderLevel', m.products_reorder(), BellRing),
    ];
  }

  #move(item: () => StockItem, action: StockAction, command: string, label: string, icon: Icon): MenuAction {
    const { may, why } = this.#who;
    const onselect = () => {
      this.#item = item;
      this.form = new StockForm(this.#client, action, item());
    };
    return { label, icon, onselect, disabled: !may(command), hint: why(command) };
  }
}
