import type { OrderPage } from '../../../views/order-details/index.ts';
import { m } from '../../words/index.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';

/** Of one line, in thousandths: what goes back on the shelf, what is kept aside, what is thrown away. */
export interface Back {
  restock: number | null;
  damaged: number | null;
  discard: number | null;
}

export const dispositions = [
  { value: 'restock', label: m.order_receive_restock },
  { value: 'damaged', label: m.order_receive_damaged },
  { value: 'discard', label: m.order_receive_discard },
] as const;

export type Way = keyof Back;

/** All of it the same way. */
export const allAs = <Line extends object>(disposition: Way, lines: readonly Line[]) =>
  lines.map((line) => ({ ...line, disposition }));

/** What of a return has not come back yet, line by line; quantities in thousandths. */
export const missingOf = (
  { returns, lines }: Pick<OrderPage, 'returns' | 'lines'>,
  returnId: string | undefined,
) => {
  const one = returns.find((candidate) => candidate.returnId === returnId);
  return (one?.requested ?? []).flatMap(({ lineId, quantity }) => {
    const line = lines.find((candidate) => candidate.lineId === lineId);
    const came = (one?.received ?? []).filter((item) => item.lineId === lineId);
    const left = came.reduce<number>((rest, item) => rest - item.quantity, quantity);
    return line && left > 0 ? [{ lineId, name: goodsName(line), unit: line.unit, quantity: left }] : [];
  });
};

/** What the command is told. */
export const itemsBack = (back: Readonly<Record<string, Back>>) =>
  Object.entries(back).flatMap(([lineId, ways]) =>
    dispositions.flatMap(({ value: disposition }) => {
      const quantity = ways[disposition] ?? 0;
      return quantity > 0 ? [{ lineId, quantity, disposition }] : [];
    }),
  );

/**
 * What a return is worth comes off the bill while something is owed, and is given back when nothing is; neither once
 * that much was credited. Nobody must.
 */
export const moneyStepOf = (
  { balance, credits, returns }: Pick<OrderPage, 'balance' | 'credits' | 'returns'>,
  { credit, standing }: Pick<OrderPage['returns'][number], 'credit' | 'standing'>,
): 'GrantCredit' | 'RefundNow' | undefined => {
  const worth = returns.reduce((sum, one) => sum + (one.standing === 'cancelled' ? 0 : one.credit.total), 0);
  const credited = credits.reduce((sum, one) => sum + (one.kind === 'credit' ? one.amount : 0), 0);
  if (credit.total === 0 || standing === 'cancelled' || credited >= worth) return undefined;
  return balance.balance > 0 || balance.net <= 0 ? 'GrantCredit' : 'RefundNow';
};
