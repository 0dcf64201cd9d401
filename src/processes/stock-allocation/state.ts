import type { DataOf } from '../../kernel/index.ts';
import type { LineId, ProductId } from '../../domain/ids.ts';
import type { OrderSubmitted } from '../../domain/order/index.ts';
import type { StockIssued, StockReserved } from '../../domain/stock/index.ts';

/** What the stock items said of one line; quantities in thousandths. */
export interface LineAnswer {
  readonly lineId: LineId;
  readonly productId: ProductId;
  readonly name: string;
  readonly unit: string;
  readonly wanted: number;
  readonly answered: boolean;
  readonly reserved: number;
  readonly backOrdered: number;
  readonly short: number;
  readonly issued: number;
}

/** One order's stock, as this process knows it. */
export interface AllocationState {
  readonly phase:
    /** Nothing to do with this order's stock, or nothing any more. */
    | 'idle'
    /** Every line was asked for, not every one is answered. */
    | 'asking'
    | 'allocated'
    /** A line was short under a policy that blocks: everything was given back, the order waits for a person. */
    | 'given-back';
  readonly lines: readonly LineAnswer[];
  /** Shipped lines whose stock was told to leave and has not left yet. */
  readonly leaving: number;
}

export const nothingToDo: AllocationState = { phase: 'idle', lines: [], leaving: 0 };

const unanswered = { answered: false, reserved: 0, backOrdered: 0, short: 0 };

export const asking = (order: DataOf<typeof OrderSubmitted>): AllocationState => ({
  phase: 'asking',
  lines: order.lines.map(({ lineId, productId, name, unit, quantity: wanted }) => ({
    ...{ lineId, productId, name, unit, wanted },
    ...unanswered,
    issued: 0,
  })),
  leaving: 0,
});

/** Asking once more, from nothing: for what is not gone yet. */
export const askingAgain = (state: AllocationState): AllocationState => ({
  ...state,
  phase: 'asking',
  lines: state.lines.map((line) =>
    line.issued < line.wanted ? { ...line, ...unanswered } : { ...line, answered: true },
  ),
});

const withLine = (
  state: AllocationState,
  lineId: LineId,
  change: (line: LineAnswer) => LineAnswer,
): AllocationState => ({
  ...state,
  lines: state.lines.map((line) => (line.lineId === lineId ? change(line) : line)),
});

export const answered = (state: AllocationState, answer: DataOf<typeof StockReserved>): AllocationState =>
  withLine(state, answer.lineId, (line) => ({
    ...line,
    answered: true,
    reserved: line.reserved + answer.quantity,
    backOrdered: answer.backOrdered,
    short: answer.short,
  }));

export const gone = (state: AllocationState, issue: DataOf<typeof StockIssued>): AllocationState => ({
  ...withLine(state, issue.lineId, (line) => ({
    ...line,
    reserved: line.reserved - issue.fromReserved,
    backOrdered: line.backOrdered - issue.backOrderDropped,
    short: Math.max(0, line.short - (issue.quantity - issue.fromReserved)),
    issued: line.issued + issue.quantity,
  })),
  leaving: state.leaving - 1,
});

export const givenBack = (state: AllocationState): AllocationState => ({
  ...state,
  phase: 'given-back',
  lines: state.lines.map((line) => ({ ...line, reserved: 0, backOrdered: 0, short: 0 })),
});
