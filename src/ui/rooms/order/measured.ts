import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';

/** How much of what: "2 × Stoneware mug", "1.5 kg Potatoes", "3 × jar Honey". */
export function measured(thousandths: number, unit: string, name: string): string {
  const figure = quantity(thousandths, unit);
  return unit === 'pcs'
    ? m.order_pieces({ quantity: figure, name })
    : m.order_measured({ quantity: figure, name });
}
