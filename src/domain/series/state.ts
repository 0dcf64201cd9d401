import { defineAggregate } from '../../kernel/index.ts';
import { NumberAllocated } from './events.ts';

/** The number before the first: nobody's first customer needs to know that they are. */
const BEFORE_FIRST = 1000;

export interface SeriesState {
  readonly last: number;
}

const initial: SeriesState = { last: BEFORE_FIRST };

/** One series per prefix. Only what takes an order writes to it, in the same commit: so it has no gaps. */
export const series = defineAggregate({
  category: 'series',
  initial,
  snapshots: true,
  events: [NumberAllocated],
  evolve: { NumberAllocated: (_, { number }) => ({ last: number }) },
});

export const nextNumber = ({ last }: SeriesState): number => last + 1;

/** What people say and print: `A-` and 1042 is A-1042. */
export const numberLabel = (prefix: string, number: number): string => `${prefix}${String(number)}`;
