import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import { PositiveQuantity } from '../pricing/index.ts';
import { orNothing, type LineChange } from './changes.ts';
import { newLine, sellable, type Catalogue } from './line.ts';
import type { OrderLine } from './parts.ts';
import { lineExists, unknownLine } from './refusals.ts';
import type { OrderState } from './state.ts';

type Lines = Result<readonly OrderLine[], Rejection>;

const belowPrepared = (line: OrderLine, prepared: number, wanted: number) =>
  reject('below-prepared', `More of “${line.name}” is prepared already than would be left.`, {
    lineId: line.lineId,
    name: line.name,
    unit: line.unit,
    prepared,
    wanted,
  });

/** A line that nobody touches keeps every value that was agreed. */
const changed = (
  state: OrderState,
  line: OrderLine,
  change: Extract<LineChange, { kind: 'change' }>,
): OrderLine => ({
  ...line,
  quantity:
    change.quantity === undefined
      ? line.quantity
      : PositiveQuantity.parse(change.quantity + (state.cancelledItems[line.lineId] ?? 0)),
  unitPrice: change.unitPrice ?? line.unitPrice,
  discount: orNothing(change.discount, line.discount),
});

const revisedBy = (
  state: OrderState,
  lines: readonly OrderLine[],
  change: LineChange,
  catalogue: Catalogue,
): Lines => {
  const { lineId } = change;
  const present = lines.find((line) => line.lineId === lineId);
  if (change.kind === 'add') {
    // Also one that this revision takes out: what was cancelled or kept of it goes by its id.
    if (present ?? state.lines.some((line) => line.lineId === lineId)) return lineExists(lineId);
    const { kind: _, ...asked } = change;
    const sold = sellable([asked], catalogue);
    if (!sold.ok) return sold;
    const added = newLine(asked, catalogue);
    return added.ok ? ok([...lines, added.value]) : added;
  }
  if (!present) return unknownLine(lineId);
  const prepared = state.prepared[lineId] ?? 0;
  const wanted = change.kind === 'remove' ? 0 : change.quantity;
  if (wanted !== undefined && wanted < prepared) return belowPrepared(present, prepared, wanted);
  if (change.kind === 'remove') return ok(lines.filter((line) => line !== present));
  return ok(lines.map((line) => (line === present ? changed(state, line, change) : line)));
};

/** The order's lines after these changes, one after the other. */
export const revisedLines = (
  state: OrderState,
  changes: readonly LineChange[],
  catalogue: Catalogue,
): Lines => {
  let lines = state.lines;
  for (const change of changes) {
    const next = revisedBy(state, lines, change, catalogue);
    if (!next.ok) return next;
    lines = next.value;
  }
  return ok(lines);
};
