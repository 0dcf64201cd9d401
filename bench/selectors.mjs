/** A row of the order list. */
export const FIRST_ROW = 'a[href^="#/orders/"][href*="-"]';
export const rowOf = (orderId) => `a[href*="${orderId}"]`;
/** What stands in place of rows in an empty book. */
export const EMPTY = '.empty h2';
