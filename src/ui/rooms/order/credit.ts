import type { OrderCredit } from '../../../views/customer-statement/index.ts';

interface Credit extends Pick<OrderCredit, 'credit'> {
  readonly id: string;
}

export const creditIn = (credits: readonly Credit[]): number =>
  credits.reduce((sum, { credit }) => sum + credit, 0);

/** Which orders' credit pays an amount (minor units): of the first as much as it has, then of the next. */
export const sharesOf = (
  credits: readonly Credit[],
  amount: number,
): readonly { readonly orderId: string; readonly amount: number }[] => {
  let left = amount;
  return credits.flatMap(({ id: orderId, credit }) => {
    const share = Math.min(left, credit);
    left -= share;
    return share > 0 ? [{ orderId, amount: share }] : [];
  });
};
