import { goodsName } from '../../domain/naming/goods-name.ts';
import {
  LineRemainderCancelled,
  OrderRevised,
  CreditNoteIssued,
  InvoiceIssued,
  OrderSubmitted,
} from '../../domain/order/index.ts';
import type { AnyEventType, DataOf, EventEnvelope, Recorded } from '../../kernel/index.ts';
import { toldAsTheyAre } from './as-it-is.ts';
import type { RevisedTold, Told } from './row.ts';

/** An event of an order, and what a sentence needs of it. */
interface Teller {
  readonly eventType: AnyEventType;
  readonly tell: (event: EventEnvelope) => Told;
}

const teller = <Of extends AnyEventType>(eventType: Of, tell: (event: Recorded<Of>) => Told): Teller => ({
  eventType,
  tell: tell as (event: EventEnvelope) => Told,
});

type Lines = DataOf<typeof OrderRevised>['before']['lines'];

/** Lines of which there is more or less, by name. */
const changed = (before: Lines, after: Lines): RevisedTold['lines'] => {
  const [old, now] = [before, after].map((lines) => new Map(lines.map((line) => [line.lineId, line])));
  const added = after.filter(({ lineId }) => !old?.has(lineId));
  return [...before, ...added]
    .map((line) => ({
      ...{ name: goodsName(line), unit: line.unit },
      before: old?.get(line.lineId)?.quantity ?? 0,
      after: now?.get(line.lineId)?.quantity ?? 0,
    }))
    .filter((line) => line.before !== line.after);
};

/** Whatever happens to an order, in the words' own measure: for each read model that tells of it. */
export const tellers: readonly Teller[] = [
  // An event keeps its type and data together, which a union taken apart and put together again can't show.
  ...toldAsTheyAre.map((eventType) => teller(eventType, ({ type, data }) => ({ type, data }) as Told)),
  teller(OrderSubmitted, ({ type, data }) => {
    const { number, currency, source, override, lines, totals } = data;
    return {
      type,
      data: {
        number,
        currency,
        lineCount: lines.length,
        total: totals.total,
        ...(source && { source }),
        ...(override === undefined ? {} : { override }),
      },
    };
  }),
  teller(OrderRevised, ({ type, data }) => {
    const { revision, reason, before, after } = data;
    const total = { before: before.totals.total, after: after.totals.total };
    return { type, data: { revision, reason, total, lines: changed(before.lines, after.lines) } };
  }),
  teller(LineRemainderCancelled, ({ type, data: { lines, reason, totals } }) => ({
    type,
    data: { lines, reason, total: totals.total },
  })),
  teller(InvoiceIssued, ({ type, data: { invoiceId, number, currency, totals } }) => ({
    type,
    data: { invoiceId, number, currency, total: totals.total },
  })),
  teller(CreditNoteIssued, ({ type, data }) => {
    const { creditNoteId, number, invoiceNumber, currency, total, reason } = data;
    return { type, data: { creditNoteId, number, invoiceNumber, currency, total, reason } };
  }),
];
