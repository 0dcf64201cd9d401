import type { OversoldRow } from '../../../views/stock/index.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { measure } from './measure.ts';

interface Wanting {
  readonly order: OversoldRow['orders'][number];
  readonly text: string;
}

/** So many are named in a line of the list; the page of the goods names them all. */
const NAMED = 5;

/** Who waits for goods and for how much; when nobody does, whom they were promised to. `more` are not named. */
export const wanting = ({
  orders,
  unit,
}: Pick<OversoldRow, 'orders' | 'unit'>): { readonly named: readonly Wanting[]; readonly more: number } => {
  const some = (thousandths: number) => ({ quantity: quantity(thousandths, measure(unit)) });
  const waiting = orders.filter(({ backOrdered }) => backOrdered > 0);
  const wants =
    waiting.length > 0
      ? waiting.map((order) => ({ order, text: m.products_oversold_waits(some(order.backOrdered)) }))
      : orders.map((order) => ({ order, text: m.products_oversold_promised(some(order.reserved)) }));
  return { named: wants.slice(0, NAMED), more: Math.max(0, wants.length - NAMED) };
};
