import BookOpen from '@lucide/svelte/icons/book-open';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Cog from '@lucide/svelte/icons/cog';
import FileInput from '@lucide/svelte/icons/file-input';
import Package from '@lucide/svelte/icons/package';
import ScrollText from '@lucide/svelte/icons/scroll-text';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import SquarePen from '@lucide/svelte/icons/square-pen';
import Sun from '@lucide/svelte/icons/sun';
import Users from '@lucide/svelte/icons/users';
import type { Icon } from '../parts/shapes.ts';
import { m } from '../words/index.ts';

export interface NavItem {
  id: string;
  label: string;
  /** For the bar at the bottom of a phone, where there is less room. */
  short?: string;
  href: string;
  icon: Icon;
  /** Also at the bottom of a phone; the others are behind "More". */
  atHand?: boolean;
  /** For the curious: lighter, last. */
  quiet?: boolean;
  /** The command, job or query without which there is nothing to do there, or `engine`. */
  asks?: string;
  /** No room, but something that opens where one is. */
  onpress?: () => void;
  /** What waits there, already formatted. */
  count?: string | undefined;
}

/** Asked for by what looks into the engine; it is no single query. */
export const ENGINE = 'engine';

/** The rooms of the book, in the order of a working day. */
export function rooms(): NavItem[] {
  return [
    { id: 'today', label: m.today_title(), href: '#/today', icon: Sun, atHand: true },
    { id: 'orders', label: m.shell_orders(), href: '#/orders', icon: BookOpen, atHand: true },
    {
      id: 'new-order',
      label: m.shell_new_order(),
      short: m.shell_new_order_short(),
      href: '#/orders/new',
      icon: SquarePen,
      asks: 'CreateDraft',
      atHand: true,
    },
    {
      id: 'customers',
      label: m.shell_customers(),
      href: '#/customers',
      icon: Users,
      asks: 'CustomerList',
    },
    { id: 'products', label: m.shell_products(), href: '#/products', icon: Package },
    { id: 'reports', label: m.shell_reports(), href: '#/reports', icon: ChartColumn, asks: 'Sales' },
    { id: 'import', label: m.shell_import(), href: '#/import', icon: FileInput, asks: 'ImportBook' },
    { id: 'activity', label: m.shell_activity(), href: '#/activity', icon: ScrollText, asks: 'Activity' },
    { id: 'settings', label: m.shell_settings(), href: '#/settings', icon: SlidersHorizontal },
    { id: 'engine', label: m.shell_engine(), href: '#/engine', icon: Cog, quiet: true, asks: ENGINE },
  ];
}

type Place = Pick<NavItem, 'href' | 'asks' | 'onpress'>;

/** The item with the longest address that the path starts with. */
function placeOf<Item extends Place>(items: readonly Item[], path: string): Item | undefined {
  const within = (item: Item): boolean => {
    if (item.onpress) return false;
    const address = item.href.replace(/^#/, '');
    return path === address || path.startsWith(`${address}/`);
  };
  return items.filter(within).sort((one, other) => other.href.length - one.href.length)[0];
}

/** The room that a path belongs to. */
export const currentRoom = (items: readonly NavItem[], path: string): string | undefined =>
  placeOf(items, path)?.id;

/** Pages that stand in no list of rooms. */
const pages: readonly Place[] = [{ href: '#/print/statement', asks: 'CustomerStatement' }];

/** What whoever goes to a path has to be allowed, however they come there; undefined: nothing. */
export const askedAt = (path: string): string | undefined => placeOf([...rooms(), ...pages], path)?.asks;
