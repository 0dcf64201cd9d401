import * as z from 'zod/mini';
import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import { quantity } from '../quantity.ts';
import { LineQuantity } from './parts.ts';
import { called, unknownLine } from './refusals.ts';
import type { OrderState } from './state.ts';
import { progress, type LineProgress } from './status.ts';

/** Lines of an order, each with so much of it. */
export const LineQuantities = z
  .array(z.strictObject(LineQuantity.shape))
  .check(z.minLength(1), z.maxLength(1000));

type NoRoom =
  | 'nothing-to-ship'
  | 'nothing-to-collect'
  | 'nothing-to-prepare'
  | 'nothing-to-mark-ready'
  | 'nothing-prepared'
  | 'nothing-to-deliver'
  | 'nothing-to-cancel';
type LessRoom = 'more-than-left' | 'more-than-prepared' | 'more-than-shipped' | 'more-than-requested';

/** What may be done with how much of each line, and how it is refused. */
export interface Room {
  readonly of: (line: LineProgress) => number;
  /** When there is no room on any line: code and the end of a sentence about the order. */
  readonly none: readonly [code: NoRoom, ends: string];
  /** When there is less on a line than asked for: code and the beginning of a sentence about the line. */
  readonly less: readonly [code: LessRoom, begins: string];
}

/** Quantities line by line; a line named twice counts together. */
export const together = (asked: readonly LineQuantity[]): readonly LineQuantity[] => {
  const sums = new Map<LineQuantity['lineId'], number>();
  for (const { lineId, quantity: some } of asked) sums.set(lineId, (sums.get(lineId) ?? 0) + some);
  return [...sums].map(([lineId, some]) => ({ lineId, quantity: quantity(some) }));
};

/** Refuses more of a line than there is room for. */
export const within = (
  state: OrderState,
  asked: readonly LineQuantity[],
  { of, less: [code, begins] }: Pick<Room, 'of' | 'less'>,
): Result<LineQuantity[], Rejection> => {
  const lines = progress(state);
  const wanted = together(asked);
  for (const { lineId, quantity: some } of wanted) {
    const line = lines.find((one) => one.lineId === lineId);
    if (!line) return unknownLine(lineId);
    const { name, unit } = line;
    const left = of(line);
    if (some > left)
      return reject(code, `${begins} “${name}” than that.`, { lineId, name, unit, wanted: some, left });
  }
  return ok([...wanted]);
};

/** What is asked for line by line; without a request, all there is room for. */
export const chosen = (
  state: OrderState,
  asked: readonly LineQuantity[] | undefined,
  room: Room,
): Result<LineQuantity[], Rejection> => {
  const all = progress(state).flatMap((line) => {
    const some = room.of(line);
    return some > 0 ? [{ lineId: line.lineId, quantity: quantity(some) }] : [];
  });
  const [code, ends] = room.none;
  if (all.length === 0) return reject(code, `${called(state)} ${ends}`, { order: called(state) });
  return asked ? within(state, asked, room) : ok(all);
};
