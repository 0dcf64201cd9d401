import Banknote from '@lucide/svelte/icons/banknote';
import BookOpen from '@lucide/svelte/icons/book-open';
import Boxes from '@lucide/svelte/icons/boxes';
import FileInput from '@lucide/svelte/icons/file-input';
import Package from '@lucide/svelte/icons/package';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Truck from '@lucide/svelte/icons/truck';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Users from '@lucide/svelte/icons/users';
import type { Kind } from '../../../views/activity/index.ts';
import type { Icon } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';

/** What each kind is called, and its sign. */
export const kinds: Readonly<Record<Kind, { readonly name: () => string; readonly icon: Icon }>> = {
  orders: { name: m.activity_kind_orders, icon: BookOpen },
  money: { name: m.activity_kind_money, icon: Banknote },
  goods: { name: m.activity_kind_goods, icon: Truck },
  returns: { name: m.activity_kind_returns, icon: Undo2 },
  stock: { name: m.activity_kind_stock, icon: Boxes },
  customers: { name: m.activity_kind_customers, icon: Users },
  products: { name: m.activity_kind_products, icon: Package },
  settings: { name: m.activity_kind_settings, icon: SlidersHorizontal },
  imports: { name: m.activity_kind_imports, icon: FileInput },
};
