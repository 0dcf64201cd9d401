import type { Component } from 'svelte';
import { replace, type RouteDefinition, type RoutePrecondition } from 'svelte-spa-router';
import { wrap } from 'svelte-spa-router/wrap';
import { readAhead } from './app/read-ahead.ts';
import RoomMissing from './app/RoomMissing.svelte';
import { m } from './words/index.ts';

interface Room {
  readonly title: () => string;
  // Each room has its own props; the router hands all of them `params`.
  readonly load: () => Promise<{ default: Component<never> }>;
}

/** Every room by its address. A room with an optional id stays where it is while its sheets change. */
const rooms: Readonly<Record<string, Room>> = {
  '/today': { title: m.today_title, load: () => import('./rooms/today/Today.svelte') },
  '/orders/:id?': { title: m.shell_orders, load: () => import('./rooms/orders/Orders.svelte') },
  '/customers/:id?': { title: m.shell_customers, load: () => import('./rooms/customers/Customers.svelte') },
  // Before the products, which would take the word for the id of one.
  '/products/count': { title: m.shelves_count, load: () => import('./rooms/shelves/Count.svelte') },
  '/products/delivery': { title: m.shelves_delivery, load: () => import('./rooms/shelves/Delivery.svelte') },
  '/products/prices': { title: m.shelves_prices, load: () => import('./rooms/shelves/Prices.svelte') },
  '/products/:id?': { title: m.shell_products, load: () => import('./rooms/products/Products.svelte') },
  '/reports': { title: m.shell_reports, load: () => import('./rooms/reports/Reports.svelte') },
  '/import/:id?': { title: m.shell_import, load: () => import('./rooms/import/Import.svelte') },
  '/print/:kind/:id?/:paper?': { title: m.print_title, load: () => import('./rooms/print/Print.svelte') },
  '/activity': { title: m.shell_activity, load: () => import('./rooms/activity/Activity.svelte') },
  '/settings': { title: m.shell_settings, load: () => import('./rooms/settings/Settings.svelte') },
  '/engine/:part?/:at?': { title: m.shell_engine, load: () => import('./rooms/engine/Engine.svelte') },
  '*': { title: m.app_not_found_title, load: () => import('./rooms/not-found/NotFound.svelte') },
};

const named = (title: string): void => {
  document.title = m.app_room_title({ room: title });
};

const lazily = ({ title, load }: Room) =>
  wrap({
    asyncComponent: () => load().catch(() => ({ default: RoomMissing })) as Promise<{ default: Component }>,
    // Before the room is drawn, so that a room may give a finer name.
    conditions: [
      () => {
        named(title());
        return true;
      },
    ],
  });

/** A page that was opened without an address shows today; whoever went on meanwhile is there before the router knows. */
const toToday: RoutePrecondition = () => {
  if (!/#\/[^?]/.test(location.href)) void replace('/today');
  return false;
};

export const routes: RouteDefinition = {
  '/': wrap({ component: RoomMissing, conditions: [toToday] }),
  ...Object.fromEntries(Object.entries(rooms).map(([path, room]) => [path, lazily(room)])),
};

/** Every room ahead of its first visit. */
export const readRoomsAhead = (): void => {
  readAhead(Object.values(rooms).map(({ load }) => load));
};
