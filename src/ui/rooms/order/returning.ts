import type { OrderPage } from '../../../views/order-details/index.ts';
import { m } from '../../words/index.ts';

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
    return line && left > 0 ? [{ lineId, name: line.name, unit: line.unit, quantity: left }] : [];
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
