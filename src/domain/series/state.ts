import { defineAggregate } from '../../kernel/index.ts';
import { NumberAllocated, NumberingSet } from './events.ts';
import { FIRST_NUMBER } from './names.ts';

export interface SeriesState {
  /** The next number is the one after it, whether it was given or passed over. */
  readonly last: number;
  /** The last that something bears; absent as long as nothing does. */
  readonly used?: number;
  /** Numbers are written with zeros before them up to so many digits. */
  readonly digits?: number;
}

const initial: SeriesState = { last: FIRST_NUMBER - 1 };

/**
 * One series per prefix. What takes an order writes to it in the same commit, so it has no gaps but those that a seller
 * chose who went on ahead.
 */
export const series = defineAggregate({
  category: 'series',
  initial,
  snapshots: true,
  events: [NumberAllocated, NumberingSet],
  evolve: {
    NumberAllocated: (state, { number }) => ({ ...state, last: number, used: number }),
    NumberingSet: ({ used }, { next, digits }) => ({
      last: next - 1,
      ...(used !== undefined && { used }),
      ...(digits !== undefined && { digits }),
    }),
  },
});

export const nextNumber = ({ last }: SeriesState): number => last + 1;
