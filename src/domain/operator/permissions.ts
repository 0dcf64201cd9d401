import type { Actor } from '../../kernel/index.ts';

const SEE = [
  'order.see',
  'customer.see',
  'product.see',
  'stock.see',
  'book.see',
  'engine.see',
  'operator.pin',
] as const;

const CLERK = [
  ...SEE,
  'order.take',
  'order.note',
  'order.ship',
  'order.hold',
  'payment.record',
  'document.issue',
  'customer.edit',
] as const;

const PACKER = [
  'order.see',
  'product.see',
  'stock.see',
  'book.see',
  'order.note',
  'order.ship',
  'stock.move',
  'operator.pin',
] as const;

const MANAGER = [
  ...CLERK,
  'customer.forget',
  'payment.correct',
  'order.cancel',
  'product.edit',
  'stock.move',
  'import.run',
  'report.see',
  'activity.see',
] as const;

const OWNER = [...MANAGER, 'book.settings', 'book.backup', 'operator.manage', 'engine.repair'] as const;

/** Reserving and issuing by hand would part the shelf from its orders: only the process may, as only a timer reminds. */
const SYSTEM = [...OWNER, 'stock.allocate', 'payment.remind'] as const;

/** Every permission that a command or a query may ask for. */
export const permissions = SYSTEM;
export type Permission = (typeof permissions)[number];

/** What each role may do. `system` is no person: it is what processes and jobs act as. */
export const roles = {
  owner: OWNER,
  manager: MANAGER,
  clerk: CLERK,
  packer: PACKER,
  viewer: SEE,
  system: SYSTEM,
} as const satisfies Record<string, readonly Permission[]>;

const granted: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(roles).map(([role, list]) => [role, new Set<string>(list)]),
);

/** Whether the actor's role carries the permission; an unknown role carries none. */
export const permits = (actor: Actor, permission: string): boolean =>
  granted.get(actor.role)?.has(permission) ?? false;

/** Whoever opens the book on this device, until people sign in. */
export const owner: Actor = { id: 'owner', role: 'owner' };
