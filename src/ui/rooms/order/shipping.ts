import type { DetailsLine } from '../../../views/order-details/index.ts';

/** What is to leave of each line, in thousandths; null while its field is empty. */
export type Leaving = Readonly<Record<string, number | null>>;

type Line = Pick<DetailsLine, 'lineId' | 'left'>;

export const everything = (lines: readonly Line[]): Leaving =>
  Object.fromEntries(lines.map((line) => [line.lineId, line.left]));

export const tooMany = (line: Line, leaving: Leaving): boolean => (leaving[line.lineId] ?? 0) > line.left;

/** What the command is told: the lines of which anything leaves. */
export const shipped = (lines: readonly Line[], leaving: Leaving) =>
  lines.flatMap(({ lineId }) => {
    const quantity = leaving[lineId] ?? 0;
    return quantity > 0 ? [{ lineId, quantity }] : [];
  });

/** Whether nothing is left to ship afterwards. */
export const isTheRest = (lines: readonly Line[], leaving: Leaving): boolean =>
  lines.every(({ lineId, left }) => (leaving[lineId] ?? 0) >= left);
