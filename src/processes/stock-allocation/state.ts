import { goodsName } from '../../domain/naming/goods-name.ts';
import type { DataOf } from '../../kernel/index.ts';
import type { LineId, ProductId } from '../../domain/ids.ts';
import {
  stockItemOf,
  type OrderLine,
  type OrderSubmitted,
  type ReturnReceived,
} from '../../domain/order/index.ts';
import type { StockIssued, StockReleased, StockReserved } from '../../domain/stock/index.ts';

/** What an order wants of one line, and what its stock item said to that; quantities in thousandths. */
export interface LineStock {
  readonly lineId: LineId;
  /** The product or variant on the shelf. */
  readonly productId: ProductId;
  readonly name: string;
  readonly unit: string;
  /** All that is to leave for it, what has left included. */
  readonly wanted: number;
  /** The order's last asking for this line; 0 when it never asked. */
  readonly ask: number;
  readonly answered: boolean;
  readonly reserved: number;
  readonly backOrdered: number;
  readonly short: number;
  /** Some of it goes without being kept, since nobody counts it: the shelf has to know when it is not wanted any more. */
  readonly uncounted?: boolean;
  readonly issued: number;
}

/** One order's stock, as this process knows it. */
export interface AllocationState {
  readonly phase:
    /** Nothing to do with this order's stock, or nothing any more. */
    | 'idle'
    /** Not every line that was asked for is answered. */
    | 'asking'
    | 'allocated'
    /** A line was short under a policy that blocks: everything was given back, the order waits for a person. */
    | 'given-back';
  readonly lines: readonly LineStock[];
  /** Shipped lines whose stock was told to leave and has not left yet. */
  readonly leaving: number;
  /** Askings so far: each has its own number. */
  readonly asks: number;
  /** A person wants the order although stock is short: whatever is missing waits. */
  readonly insists: boolean;
  /** How often the order was reopened. */
  readonly openings: number;
  /** What came back so far, by return, line and disposition. */
  readonly returned: Readonly<Record<string, number>>;
}

export const nothingToDo: AllocationState = {
  phase: 'idle',
  lines: [],
  leaving: 0,
  asks: 0,
  insists: false,
  openings: 0,
  returned: {},
};

const lineOf = (line: OrderLine, wanted: number): LineStock => ({
  lineId: line.lineId,
  productId: stockItemOf(line),
  name: goodsName(line),
  unit: line.unit,
  wanted,
  ask: 0,
  answered: true,
  reserved: 0,
  backOrdered: 0,
  short: 0,
  issued: 0,
});

/** As if it had never been, but that its shelves remember how often they were asked: an order may come in again. */
export const undone = ({ asks }: AllocationState): AllocationState => ({ ...nothingToDo, asks });

/** What an order wants when it is submitted. */
export const wanting = (before: AllocationState, order: DataOf<typeof OrderSubmitted>): AllocationState => ({
  ...undone(before),
  phase: 'allocated',
  lines: order.lines.map((line) => lineOf(line, line.quantity)),
  insists: order.override !== undefined,
});

/** Whether both are the same line, for the same goods. */
const isSame = (
  line: OrderLine,
  other: { readonly lineId: LineId; readonly productId: ProductId },
): boolean => line.lineId === other.lineId && stockItemOf(line) === other.productId;

/** The lines after a revision: of one that was settled before this book knew of it, only what is more of it is wanted. */
export const revised = (
  { lines }: AllocationState,
  before: readonly OrderLine[],
  after: readonly OrderLine[],
): readonly LineStock[] =>
  after.flatMap((line) => {
    const known = lines.find((one) => isSame(line, one));
    const was = before.find((one) => isSame(one, { lineId: line.lineId, productId: stockItemOf(line) }));
    const wanted = (known?.wanted ?? 0) + line.quantity - (was?.quantity ?? 0);
    return known || wanted > 0 ? [{ ...(known ?? lineOf(line, 0)), wanted }] : [];
  });

/** What a shelf says of a line whose id has gone to other goods since is no word about those. */
const withLine = (
  state: AllocationState,
  of: { readonly lineId: LineId; readonly productId: ProductId },
  change: (line: LineStock) => LineStock,
): AllocationState => ({
  ...state,
  lines: state.lines.map((line) =>
    line.lineId === of.lineId && line.productId === of.productId ? change(line) : line,
  ),
});

/** What is given back may be of a line that was taken out, and has come in again with nothing: there is no less than that. */
const less = (of: number, given: number): number => Math.max(0, of - given);

export const reserved = (state: AllocationState, answer: DataOf<typeof StockReserved>): AllocationState =>
  withLine(state, answer, (line) => ({
    ...line,
    answered: line.answered || answer.ask === line.ask,
    reserved: line.reserved + answer.quantity,
    backOrdered: answer.backOrdered,
    short: answer.short,
    uncounted: answer.uncounted !== undefined,
  }));

export const released = (state: AllocationState, answer: DataOf<typeof StockReleased>): AllocationState =>
  withLine(state, answer, (line) => {
    const backOrdered = less(line.backOrdered, answer.backOrderDropped);
    return {
      ...line,
      answered: line.answered || answer.ask === line.ask,
      reserved: less(line.reserved, answer.quantity),
      backOrdered,
      short: backOrdered,
      uncounted: answer.uncounted !== undefined,
    };
  });

export const gone = (state: AllocationState, issue: DataOf<typeof StockIssued>): AllocationState => ({
  ...withLine(state, issue, (line) => ({
    ...line,
    reserved: line.reserved - issue.fromReserved,
    backOrdered: line.backOrdered - issue.backOrderDropped,
    short: Math.max(0, line.short - (issue.quantity - issue.fromReserved)),
    issued: line.issued + issue.quantity,
  })),
  leaving: state.leaving - 1,
});

/** What came back by this receipt, and by all of the return's receipts so far. */
export const cameBack = (state: AllocationState, { returnId, lines }: DataOf<typeof ReturnReceived>) => {
  const returned = { ...state.returned };
  const items = lines.map((item) => {
    const key = `${returnId}/${item.lineId}/${item.disposition}`;
    const inAll = (returned[key] ?? 0) + item.quantity;
    returned[key] = inAll;
    return { ...item, returnId, inAll };
  });
  return { state: { ...state, returned }, items };
};
