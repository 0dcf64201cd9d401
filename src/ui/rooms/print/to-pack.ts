import type { OrderPage } from '../../../views/order-details/index.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';

type Line = OrderPage['lines'][number];

/** What of a line is still to go and is there: what waits for stock lies on no shelf. In thousandths of its unit. */
export const toPack = ({ left, backOrdered }: Pick<Line, 'left' | 'backOrdered'>): number =>
  left - backOrdered;

/** What is said under it of the rest. */
export const waits = ({ backOrdered, unit }: Pick<Line, 'backOrdered' | 'unit'>): readonly string[] =>
  backOrdered > 0 ? [m.order_line_waits({ quantity: quantity(backOrdered, unit) })] : [];
