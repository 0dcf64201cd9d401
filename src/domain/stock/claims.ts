import type { FulfilmentId, LineId, OrderId } from '../ids.ts';

/** What one order line has of a stock item, in thousandths of its unit. */
export interface Claim {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly reserved: number;
  readonly backOrdered: number;
  /** Asked for and not reserved, whether it waits or not. */
  readonly short: number;
  readonly issued: number;
  /** Version of the event since which it waits: who came first is served first. */
  readonly waitsSince: number;
  /** What left the shelf already, so that nothing leaves twice. */
  readonly fulfilments: readonly FulfilmentId[];
}

const LISTS = 256;

/**
 * Claims in 256 lists by the order id's last two digits: a new state copies one of them and the list of lists, so a
 * product with tens of thousands of open orders folds nearly as fast as one with ten.
 */
export type Claims = readonly (readonly Claim[])[];

export const noClaims: Claims = Array.from({ length: LISTS }, () => []);

const listOf = (orderId: OrderId): number => Number.parseInt(orderId.slice(-2), 16);

/** The line's claim, or one of nothing. */
export const claimOf = (claims: Claims, orderId: OrderId, lineId: LineId): Claim =>
  claims[listOf(orderId)]?.find((claim) => claim.lineId === lineId && claim.orderId === orderId) ?? {
    orderId,
    lineId,
    reserved: 0,
    backOrdered: 0,
    short: 0,
    issued: 0,
    waitsSince: 0,
    fulfilments: [],
  };

/** `after` in the place of `before`, which `claimOf` gave. */
export const withClaim = (claims: Claims, before: Claim, after: Claim): Claims => {
  const at = listOf(after.orderId);
  const list = claims[at] ?? [];
  const known = list.includes(before);
  return claims.with(at, known ? list.map((claim) => (claim === before ? after : claim)) : [...list, after]);
};

/** Claims that wait for stock, the oldest first. */
export const waiting = (claims: Claims): readonly Claim[] =>
  claims
    .flat()
    .filter((claim) => claim.backOrdered > 0)
    .sort((one, other) => one.waitsSince - other.waitsSince);
