import type { FulfilmentId, LineId, OrderId, ReturnId } from '../ids.ts';

/** In thousandths, over all parts in which it came. */
interface Returned {
  readonly returnId: ReturnId;
  readonly disposition: string;
  readonly quantity: number;
}

/** What one order line has of a stock item, in thousandths of its unit. */
export interface Claim {
  readonly orderId: OrderId;
  readonly lineId: LineId;
  readonly reserved: number;
  readonly backOrdered: number;
  /** Asked for and not reserved, whether it waits or not. */
  readonly short: number;
  /** Goes without being kept, since nobody counts it. */
  readonly uncounted: number;
  readonly issued: number;
  /** Version of the event since which it waits: who came first is served first. */
  readonly waitsSince: number;
  /** What left the shelf already, so that nothing leaves twice. */
  readonly fulfilments: readonly FulfilmentId[];
  /** The last asking of the order's that was answered. */
  readonly ask: number;
  /** What came back by which return, so that nothing comes back twice. */
  readonly returned: readonly Returned[];
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
    uncounted: 0,
    issued: 0,
    waitsSince: 0,
    fulfilments: [],
    ask: 0,
    returned: [],
  };

/** `after` in the place of `before`, which `claimOf` gave. */
export const withClaim = (claims: Claims, before: Claim, after: Claim): Claims => {
  const at = listOf(after.orderId);
  const list = claims[at] ?? [];
  const known = list.includes(before);
  return claims.with(at, known ? list.map((claim) => (claim === before ? after : claim)) : [...list, after]);
};

const oldestFirst = (claims: Claims, which: (claim: Claim) => boolean): readonly Claim[] =>
  claims
    .flat()
    .filter(which)
    .sort((one, other) => one.waitsSince - other.waitsSince);

/** Claims that wait for stock, the oldest first. */
export const waiting = (claims: Claims): readonly Claim[] =>
  oldestFirst(claims, (claim) => claim.backOrdered > 0);

/** Claims of which nothing is kept since nobody counts it, the oldest first. */
export const uncounted = (claims: Claims): readonly Claim[] =>
  oldestFirst(claims, (claim) => claim.uncounted > 0);

/** What of a claim came back by this return, with this disposition. */
export const returnedBy = ({ returned }: Claim, returnId: ReturnId, disposition: string): number =>
  returned.find((one) => one.returnId === returnId && one.disposition === disposition)?.quantity ?? 0;

export const withReturned = (claim: Claim, more: Returned): Claim => {
  const { returnId, disposition } = more;
  const others = claim.returned.filter((one) => one.returnId !== returnId || one.disposition !== disposition);
  const quantity = returnedBy(claim, returnId, disposition) + more.quantity;
  return { ...claim, returned: [...others, { returnId, disposition, quantity }] };
};
