import type { OversoldRow } from '../../../views/stock/index.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { measure } from './measure.ts';

interface Wanting {
  readonly order: OversoldRow['orders'][number];
  readonly text: string;
}

/** Who waits for goods and for how much; when nobody does, whom they were promised to. */
export const wanting = ({ orders, unit }: Pick<OversoldRow, 'orders' | 'unit'>): readonly Wanting[] => {
  const waiting = orders.filter(({ backOrdered }) => backOrdered > 0);
  if (waiting.length === 0)
    return orders.map((order) => ({
      order,
      text: m.products_oversold_promised({ quantity: quantity(order.reserved, measure(unit)) }),
    }));
  return waiting.map((order) => ({
    order,
    text: m.products_oversold_waits({ quantity: quantity(order.backOrdered, measure(unit)) }),
  }));
};
