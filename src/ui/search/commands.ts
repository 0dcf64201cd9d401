import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Bookmark from '@lucide/svelte/icons/bookmark';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import FileOutput from '@lucide/svelte/icons/file-output';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import ListChecks from '@lucide/svelte/icons/list-checks';
import LogOut from '@lucide/svelte/icons/log-out';
import PackageOpen from '@lucide/svelte/icons/package-open';
import PackagePlus from '@lucide/svelte/icons/package-plus';
import Save from '@lucide/svelte/icons/save';
import SunMedium from '@lucide/svelte/icons/sun-medium';
import Tags from '@lucide/svelte/icons/tags';
import UserPlus from '@lucide/svelte/icons/user-plus';
import { preferences, type Theme } from '../app/preferences.svelte.ts';
import type { ExportedList } from '../export/exporter.svelte.ts';
import type { Icon } from '../parts/shapes.ts';
import { getLocale, LANGUAGES, speak } from '../words/language.ts';
import { m } from '../words/index.ts';

/** Something that can be done from anywhere in the book. */
export interface Command {
  /** Stays the same in every language. */
  readonly id: string;
  readonly label: string;
  readonly icon: Icon;
  readonly run: () => void;
}

/** What is asked for in a dialog over the page. */
export type Asking = 'new-customer' | 'new-product' | 'back-up' | 'open-backup';

interface Ways {
  readonly may: (name: string) => boolean;
  readonly go: (path: string) => void;
  readonly exportList: (list: ExportedList) => void;
  readonly ask: (what: Asking) => void;
  readonly showKeys: () => void;
  /** Absent where nobody signs in. */
  readonly signOut: (() => void) | undefined;
  /** The kept views of the orders. */
  readonly views: readonly { readonly id: string; readonly name: string; readonly look: string }[];
}

type Asked<Where> = readonly [id: Where, asks: string, label: () => string, icon: Icon];

const DIALOGS: readonly Asked<Asking>[] = [
  ['new-customer', 'CreateCustomer', m.customers_new, UserPlus],
  ['new-product', 'CreateProduct', m.products_new, PackagePlus],
  ['back-up', 'BackUpBook', m.backup_make, Save],
  ['open-backup', 'BackUpBook', m.backup_open, ArchiveRestore],
];

/** By their addresses. */
const PLACES: readonly Asked<string>[] = [
  ['/products/delivery', 'ReceiveStock', m.shelves_delivery, PackageOpen],
  ['/products/count', 'CountStock', m.shelves_count, ListChecks],
  ['/products/prices', 'ChangeProduct', m.shelves_prices, Tags],
  ['/print/pick-list', 'OrderList', m.orders_pick_list, ClipboardList],
];

const LISTS: readonly (readonly [ExportedList, () => string])[] = [
  ['orders', m.import_export_orders],
  ['order-lines', m.import_export_order_lines],
  ['customers', m.import_export_customers],
  ['products', m.import_export_products],
  ['stock', m.import_export_stock],
  ['payments', m.import_export_payments],
];

const THEMES: readonly (readonly [Theme, () => string])[] = [
  ['light', m.settings_theme_light],
  ['dark', m.settings_theme_dark],
  ['system', m.settings_theme_system],
];

type Language = Parameters<typeof speak>[0];

const languages = Object.entries(LANGUAGES) as [Language, string][];

const looks = (): Command[] => [
  ...THEMES.filter(([theme]) => theme !== preferences.theme).map(([theme, words]) => ({
    ...{ id: `theme-${theme}`, label: m.shell_palette_theme({ theme: words() }), icon: SunMedium },
    run: () => {
      preferences.theme = theme;
    },
  })),
  ...languages
    .filter(([language]) => language !== getLocale())
    .map(([language, name]) => ({
      ...{ id: `language-${language}`, label: m.shell_palette_language({ language: name }), icon: Languages },
      run: () => {
        speak(language);
      },
    })),
];

/** All that this person may do here, the daily first. */
export const commands = ({ may, go, ask, exportList, ...ways }: Ways): readonly Command[] => [
  ...DIALOGS.filter(([, asks]) => may(asks)).map(([id, , words, icon]) => ({
    ...{ id, label: words(), icon },
    run: () => {
      ask(id);
    },
  })),
  ...PLACES.filter(([, asks]) => may(asks)).map(([id, , words, icon]) => ({
    ...{ id, label: words(), icon },
    run: () => {
      go(id);
    },
  })),
  ...ways.views.map(({ id, name, look }) => ({
    ...{ id: `view-${id}`, label: m.shell_palette_view({ view: name }), icon: Bookmark },
    run: () => {
      go(`/orders?${look}`);
    },
  })),
  ...(may('ExportList')
    ? LISTS.map(([list, words]) => ({
        ...{ id: `export-${list}`, label: m.shell_palette_export({ list: words() }), icon: FileOutput },
        run: () => {
          exportList(list);
        },
      }))
    : []),
  ...looks(),
  { id: 'keys', label: m.keys_help(), icon: Keyboard, run: ways.showKeys },
  ...(ways.signOut
    ? [{ id: 'sign-out', label: m.shell_palette_sign_out(), icon: LogOut, run: ways.signOut }]
    : []),
];
