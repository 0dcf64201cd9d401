import type { Client } from '../../../client/index.ts';
import type { Discount } from '../../../domain/pricing/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import type { previewRevision } from '../../../views/order-details/revision.ts';
import { keepFor, keptFor } from '../../app/kept-form.ts';
import type { OrderForm } from '../new-order/order-form.ts';
import { nothingRefused } from './revised.ts';
import { typedFrom, withProduct, type TypedLine, type TypedOrder } from '../new-order/typed-order.ts';

type Changes = Parameters<typeof previewRevision>[2];
type LineChange = NonNullable<Changes['lines']>[number];

/** The order as it counts today: what was cancelled of a line is no more in its form. */
const formOf = (order: OrderPage): TypedOrder => {
  const active = new Map<string, number>(order.lines.map((line) => [line.lineId, line.active]));
  const typed = typedFrom(order);
  const lines = typed.lines.map((line) => ({ ...line, quantity: active.get(line.lineId) ?? 0 }));
  return { ...typed, lines: lines.filter(({ quantity }) => quantity > 0), notes: [] };
};

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
const orNone = (discount: Discount | undefined) => discount ?? ('none' as const);

const lineChange = (line: TypedLine, before: TypedLine | undefined): LineChange[] => {
  const { lineId, productId, variantId, quantity, unitPrice, discount } = line;
  if (!before)
    return [{ kind: 'add', lineId, productId, variantId, quantity, unitPrice, discount } as LineChange];
  const change = {
    ...(quantity === before.quantity ? {} : { quantity }),
    ...(unitPrice === before.unitPrice ? {} : { unitPrice }),
    ...(same(discount, before.discount) ? {} : { discount: orNone(discount) }),
  };
  return Object.keys(change).length === 0 ? [] : [{ kind: 'change', lineId, ...change } as LineChange];
};

const changesBetween = (before: TypedOrder, after: TypedOrder): Changes => {
  const kept = new Map(before.lines.map((line) => [line.lineId, line]));
  const wanted = new Set(after.lines.map(({ lineId }) => lineId));
  const removed = before.lines.filter(({ lineId }) => !wanted.has(lineId));
  const lines = [
    ...after.lines.flatMap((line) => lineChange(line, kept.get(line.lineId))),
    ...removed.map(({ lineId }) => ({ kind: 'remove', lineId }) as LineChange),
  ];
  const { promisedOn, dueOn } = after.dates;
  return {
    ...(lines.length === 0 ? {} : { lines }),
    ...(after.customer?.customerId === before.customer?.customerId
      ? {}
      : { customerId: after.customer?.customerId ?? 'none' }),
    ...(same(after.discount, before.discount) ? {} : { discount: orNone(after.discount) }),
    ...((after.shipping ?? 0) === (before.shipping ?? 0)
      ? {}
      : { shipping: after.shipping ? { amount: after.shipping } : 'none' }),
    ...(promisedOn === before.dates.promisedOn && dueOn === before.dates.dueOn
      ? {}
      : { dates: { ...(promisedOn && { promisedOn }), ...(dueOn && { dueOn }) } }),
  } as Changes;
};

interface Written {
  readonly typed: TypedOrder;
  readonly renewed: boolean;
  readonly reason: string;
}

/**
 * An order that is being revised: nothing is written until it is sent in one piece, with a reason. What is typed stays in
 * this tab through a look elsewhere, for as long as nobody else revises the order.
 */
export class RevisionForm implements OrderForm {
  typed = $state.raw<TypedOrder>({ lines: [], shipping: null, dates: {}, notes: [] });
  /** The same customer, with name and address as they are now. */
  renewed = $state(false);
  reason = $state('');
  readonly refused = nothingRefused;
  readonly #client: Pick<Client, 'newId'>;
  readonly #before: TypedOrder;
  readonly #keptAs: string;
  /** What was seen when it was begun. */
  readonly #seen: unknown;

  constructor(client: Pick<Client, 'newId'>, order: OrderPage) {
    this.#client = client;
    this.#before = formOf(order);
    this.#keptAs = `revise.${order.id}`;
    this.#seen = [order.revision, this.#before];
    const kept = keptFor(this.#keptAs, this.#seen) as Written | undefined;
    this.typed = kept?.typed ?? this.#before;
    this.renewed = kept?.renewed ?? false;
    this.reason = kept?.reason ?? '';
  }

  keep(): void {
    const { typed, renewed, reason } = this;
    const isUntouched = typed === this.#before && !renewed && reason === '';
    keepFor(
      this.#keptAs,
      this.#seen,
      isUntouched ? undefined : ({ typed, renewed, reason } satisfies Written),
    );
  }

  /** It was sent, or somebody thought better of it. */
  forget(): void {
    keepFor(this.#keptAs, this.#seen, undefined);
  }

  get changes(): Changes {
    const changes = changesBetween(this.#before, this.typed);
    const { customer } = this.typed;
    return this.renewed && customer && changes.customerId === undefined
      ? ({ ...changes, customerId: customer.customerId } as Changes)
      : changes;
  }

  change(members: Partial<TypedOrder>): void {
    this.typed = { ...this.typed, ...members };
  }

  changeLine(lineId: string, members: Partial<TypedLine>): void {
    const { lines } = this.typed;
    this.change({ lines: lines.map((line) => (line.lineId === lineId ? { ...line, ...members } : line)) });
  }

  addProduct(product: Omit<TypedLine, 'lineId' | 'quantity' | 'discount'>): string {
    const { lines, lineId } = withProduct(this.typed.lines, { ...product, lineId: this.#client.newId() });
    this.change({ lines });
    return lineId;
  }

  removeLine(lineId: string): void {
    this.change({ lines: this.typed.lines.filter((line) => line.lineId !== lineId) });
  }
}
