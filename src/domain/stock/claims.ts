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

/**
 * Claims by order and line, spread over 256 records by the order id's last two digits: a new state copies one record and
 * the list of records, so a product with tens of thousands of open orders folds as fast as one with ten.
 */
export type Claims = Readonly<Record<string, Readonly<Record<string, Claim>>>>;

const record = (orderId: OrderId): string => orderId.slice(-2);
const key = (orderId: OrderId, lineId: LineId): string => `${orderId}/${lineId}`;

/** The line's claim, or one of nothing. */
export const claimOf = (claims: Claims, orderId: OrderId, lineId: LineId): Claim =>
  claims[record(orderId)]?.[key(orderId, lineId)] ?? {
    orderId,
    lineId,
    reserved: 0,
    backOrdered: 0,
    short: 0,
    issued: 0,
    waitsSince: 0,
    fulfilments: [],
  };

export const withClaim = (claims: Claims, claim: Claim): Claims => {
  const { orderId, lineId } = claim;
  return {
    ...claims,
    [record(orderId)]: { ...claims[record(orderId)], [key(orderId, lineId)]: claim },
  };
};

/** Claims that wait for stock, the oldest first. */
export const waiting = (claims: Claims): readonly Claim[] =>
  Object.values(claims)
    .flatMap((some) => Object.values(some))
    .filter((claim) => claim.backOrdered > 0)
    .sort((one, other) => one.waitsSince - other.waitsSince);
