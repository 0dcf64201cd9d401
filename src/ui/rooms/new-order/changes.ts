import type { CurrencyCode, Discount } from '../../../domain/pricing/index.ts';
import { noonOf } from '../../words/days.ts';
import { problemOf } from './pricing.ts';
import { emptyOrder, type TypedLine, type TypedOrder } from './typed-order.ts';

/** The part of the form that a change comes from: there its refusal is shown. A line's part is its id. */
export type Part = 'draft' | 'customer' | 'discount' | 'shipping' | 'dates' | 'notes' | (string & {});

/** One command on the way from what the book holds to what the form shows. */
export interface Change {
  readonly part: Part;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What the book holds once it was taken. */
  readonly kept: TypedOrder;
}

export interface Looked {
  readonly orderId: string;
  readonly currency: CurrencyCode;
  /** What the book holds; undefined while there is no draft. */
  readonly kept: TypedOrder | undefined;
  readonly typed: TypedOrder;
}

const sameDiscount = (one: Discount | undefined, other: Discount | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const sameDates = (one: TypedOrder['dates'], other: TypedOrder['dates']): boolean =>
  one.placedOn === other.placedOn && one.promisedOn === other.promisedOn && one.dueOn === other.dueOn;

const present = <Value extends object>(members: Value): Value =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Value;

const asLine = ({ lineId, productId, variantId, quantity, unitPrice, discount }: TypedLine) =>
  present({ lineId, productId, variantId, quantity, unitPrice, discount });

const writable = ({ typed, currency }: Looked): readonly TypedLine[] =>
  typed.lines.filter((line) => problemOf(line, currency) === undefined);

function* ofLines(looked: Looked, kept: TypedOrder): Generator<Change> {
  const { orderId, typed } = looked;
  const wanted = new Set(typed.lines.map((line) => line.lineId));
  for (const { lineId } of kept.lines)
    if (!wanted.has(lineId))
      yield {
        part: lineId,
        type: 'RemoveLine',
        payload: { orderId, lineId },
        kept: { ...kept, lines: kept.lines.filter((line) => line.lineId !== lineId) },
      };
  for (const line of writable(looked)) {
    const before = kept.lines.find(({ lineId }) => lineId === line.lineId);
    if (!before)
      yield {
        part: line.lineId,
        type: 'AddLine',
        payload: { orderId, ...asLine(line) },
        kept: { ...kept, lines: [...kept.lines, line] },
      };
    else {
      const { lineId, quantity, unitPrice, discount } = line;
      const changed = present({
        quantity: quantity === before.quantity ? undefined : quantity,
        unitPrice: unitPrice === before.unitPrice ? undefined : unitPrice,
        discount: sameDiscount(discount, before.discount) ? undefined : (discount ?? 'none'),
      });
      if (Object.keys(changed).length > 0)
        yield {
          part: lineId,
          type: 'ChangeLine',
          payload: { orderId, lineId, ...changed },
          kept: { ...kept, lines: kept.lines.map((other) => (other === before ? line : other)) },
        };
    }
  }
}

function* ofTheRest({ orderId, typed }: Looked, kept: TypedOrder): Generator<Change> {
  const { customer, discount, dates } = typed;
  if (customer?.customerId !== kept.customer?.customerId)
    yield {
      part: 'customer',
      type: 'AssignCustomer',
      payload: present({ orderId, customerId: customer?.customerId }),
      kept: { ...kept, customer },
    };
  if (!sameDiscount(discount, kept.discount))
    yield {
      part: 'discount',
      type: 'SetDiscount',
      payload: present({ orderId, discount }),
      kept: { ...kept, discount },
    };
  if ((typed.shipping ?? 0) !== (kept.shipping ?? 0))
    yield {
      part: 'shipping',
      type: 'SetShipping',
      payload: { orderId, amount: typed.shipping ?? 0 },
      kept: { ...kept, shipping: typed.shipping },
    };
  if (!sameDates(dates, kept.dates))
    yield {
      part: 'dates',
      type: 'SetDates',
      payload: present({ orderId, ...dates, placedAt: dates.placedOn && noonOf(dates.placedOn) }),
      kept: { ...kept, dates },
    };
  const note = typed.notes[kept.notes.length];
  if (note !== undefined)
    yield {
      part: 'notes',
      type: 'AddNote',
      payload: present({ orderId, ...note }),
      kept: { ...kept, notes: [...kept.notes, note] },
    };
}

/** The draft begins with its first line, or with a note; until then nothing is written. */
function* ofNoDraft(looked: Looked): Generator<Change> {
  const { orderId, typed } = looked;
  const lines = writable(looked);
  if (lines.length === 0 && typed.notes.length === 0) return;
  const { customer } = typed;
  yield {
    part: 'draft',
    type: 'CreateDraft',
    payload: present({
      orderId,
      customerId: customer?.customerId,
      lines: lines.length > 0 ? lines.map(asLine) : undefined,
    }),
    kept: { ...emptyOrder, lines, customer },
  };
}

/**
 * The commands by which the book comes to hold what the form shows, each taken by itself as the first of them. Lines that
 * can't be booked yet are left as the book has them.
 */
export const changes = (looked: Looked): Iterable<Change> =>
  looked.kept ? both(ofLines(looked, looked.kept), ofTheRest(looked, looked.kept)) : ofNoDraft(looked);

function* both<Item>(...parts: readonly Iterable<Item>[]): Generator<Item> {
  for (const part of parts) yield* part;
}
