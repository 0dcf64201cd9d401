import type { Rejection } from '../../../kernel/index.ts';
import { problem, wrongPaths, type RowProblem } from '../problem.ts';

/** An order of a file, as far as a refusal can be told of its rows. */
interface Blamable {
  readonly key: string;
  readonly row: number;
  /** What the source calls the customer. */
  readonly customer: string;
  readonly lines: readonly { readonly row: number; readonly product: string; readonly productId: string }[];
}

export const leftOut = (order: string, row: number): RowProblem =>
  problem(row, 'order-left-out', `Order ${order} is left out whole, its good rows too.`, { order });

/** The refusal of an order, told of the rows that it names: by product, or by their place in the command. */
export const blame = (
  { key, row, customer, lines }: Blamable,
  { code, message, values }: Rejection,
): RowProblem[] => {
  const named = JSON.stringify(values);
  const paths = wrongPaths(values);
  const isBlamed = ({ productId }: Blamable['lines'][number], n: number): boolean =>
    named.includes(productId) || paths.some((path) => path.startsWith(`lines.${n}.`));
  const blamed = lines.filter(isBlamed);
  const own = { order: key, ...(code === 'unknown-customer' ? { customer } : {}) };
  if (blamed.length === 0) return [problem(row, code, message, { ...values, ...own })];
  const good = lines.find((line, n) => !isBlamed(line, n));
  return [
    ...blamed.map((line) => problem(line.row, code, message, { ...values, ...own, product: line.product })),
    ...(good ? [leftOut(key, good.row)] : []),
  ];
};
