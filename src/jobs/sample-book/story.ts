import { sampleId } from './source.ts';

/** A command of the sample at its moment. */
export interface Step {
  /** Minutes since 1970. */
  readonly at: number;
  /** Last part of its command id. */
  readonly name: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** How an order's story goes; a letter each, so that the season can be written as a line. */
export type Ending =
  | 'counter'
  | 'settled'
  | 'invoiced'
  | 'overdue'
  | 'part-paid'
  | 'part-shipped'
  | 'prepaid'
  | 'to-pack'
  | 'on-hold'
  | 'back-ordered'
  | 'cancelled'
  | 'refund-due'
  | 'returned'
  | 'coming-back'
  | 'draft';

const LETTERS: Readonly<Record<string, Ending>> = {
  c: 'counter',
  s: 'settled',
  i: 'invoiced',
  o: 'overdue',
  p: 'part-paid',
  w: 'part-shipped',
  a: 'prepaid',
  t: 'to-pack',
  h: 'on-hold',
  b: 'back-ordered',
  x: 'cancelled',
  r: 'refund-due',
  z: 'returned',
  y: 'coming-back',
  d: 'draft',
};

/** Twenty weeks, a word each: a slow beginning, the harvest, and a week in which much still waits. */
const WEEKS = `
cs csc cc scs ccx cscs cssc cccs cszc ccscs
cscsc ccscrs csccsc cscczsc ccsocs cspcsc sicxco ccsisz csciaciy wtctihabtdcatd
`;

/** The endings of each week's orders, the oldest week first. */
export const season: readonly (readonly Ending[])[] = WEEKS.trim()
  .split(/\s+/)
  .map((week) => Array.from(week, (letter) => LETTERS[letter] ?? []).flat());

/** Writes one order's steps: what happens, and how many minutes after the order came in. */
export class OrderStory {
  readonly steps: Step[] = [];
  readonly #key: string;
  readonly #placed: number;
  readonly #now: number;
  readonly orderId: string;

  /** Nothing happens after `now`, however young the order is. */
  constructor(key: string, placed: number, now: number) {
    this.#key = key;
    this.#placed = placed;
    this.#now = now;
    this.orderId = sampleId('order', key);
  }

  then(after: number, type: string, details: Readonly<Record<string, unknown>> = {}): this {
    this.steps.push({
      at: Math.min(this.#placed + after, this.#now),
      name: `order/${this.#key}/${this.steps.length + 1}`,
      type,
      payload: { orderId: this.orderId, ...details },
    });
    return this;
  }
}
