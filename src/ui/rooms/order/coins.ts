import { cashDue, minorUnits } from '../../../domain/pricing/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import type { Method } from './methods.ts';

type Coins = Pick<OpenedSettings, 'currency' | 'cashStep'>;

/** What settles an amount (minor units, above zero) by this method: in cash, what the book's coins can pay of it. */
export const payable = (
  owed: number,
  { method, currency, coins }: { method: Method; currency: string; coins: Coins | undefined },
): number =>
  method === 'cash' && coins?.cashStep !== undefined && coins.currency === currency
    ? cashDue(minorUnits(owed), coins.cashStep)
    : owed;
