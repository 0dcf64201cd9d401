import { cashDue, minorUnits } from '../../../domain/pricing/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import type { Method } from './methods.ts';

type Coins = Pick<OpenedSettings, 'currency' | 'cashStep'>;

interface Way {
  readonly method: Method;
  readonly currency: string;
  readonly coins: Coins | undefined;
}

const stepOf = ({ method, currency, coins }: Way) =>
  method === 'cash' && coins?.currency === currency ? coins.cashStep : undefined;

/** What settles an amount (minor units, above zero) by this method: in cash, what the book's coins can pay of it. */
export const payable = (owed: number, way: Way): number => {
  const step = stepOf(way);
  // Less than half a coin is left as it is: nobody hands over nothing.
  return (step && cashDue(minorUnits(owed), step)) || owed;
};

/** The same of money that goes back, of which there is no more than `most`: coins below that have to do. */
export const givable = (owed: number, most: number, way: Way): number => {
  const step = stepOf(way);
  return (step && Math.min(cashDue(minorUnits(owed), step), most - (most % step))) || owed;
};
