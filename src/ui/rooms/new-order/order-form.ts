import type { Rejection } from '../../../kernel/index.ts';
import type { Part } from './changes.ts';
import type { TypedLine, TypedOrder } from './typed-order.ts';

/** An order that is being typed: a draft that is written as it is typed, or a revision that is sent in one piece. */
export interface OrderForm {
  readonly typed: TypedOrder;
  /** What the book would not take, by the part of the form. */
  readonly refused: ReadonlyMap<Part, { readonly rejection: Rejection }>;
  change(members: Partial<TypedOrder>): void;
  changeLine(lineId: string, members: Partial<TypedLine>): void;
  /** Adds one of it; gives the id of the line that it stands on. */
  addProduct(product: Omit<TypedLine, 'lineId' | 'quantity' | 'discount'>): string;
  removeLine(lineId: string): void;
}
