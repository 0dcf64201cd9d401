/** A row of the order list. */
export const ROW = '[data-order]';
export const rowOf = (orderId) => `[data-order="${orderId}"]`;
/** A room without the order list. */
export const ELSEWHERE = `main:not(:has(${ROW}))`;
/** What stands in place of rows in an empty book. */
export const EMPTY = '.empty h2';
