import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import {
  allocate,
  minorUnits,
  PositiveQuantity,
  prorated,
  proratedShare,
  type MinorUnits,
  type RateTotal,
} from '../pricing/index.ts';
import { quantity } from '../quantity.ts';
import type { CreditedLine, Invoice } from './documents.ts';
import { grossOf, leftOf, netOf } from './invoiced.ts';
import type { LineQuantity } from './parts.ts';
import { unknownLine } from './refusals.ts';
import type { OrderState } from './shape.ts';

/** What a credit note takes back: by rate, and line by line where lines were named. */
export interface TakenBack {
  readonly lines?: CreditedLine[];
  readonly taxByRate: RateTotal[];
}

const moreThanInvoiced = (invoice: Invoice, amount: number, left: number) =>
  reject('more-than-invoiced', `There is less left of invoice ${invoice.number} than that.`, {
    number: invoice.number,
    amount,
    left,
  });

/** What an amount is said in: with its tax, or without. */
export type SaidIn = 'gross' | 'net';

/** An amount off: every rate bears its part of it, and the same part of its tax. */
export const amountBack = (
  state: Pick<OrderState, 'creditNotes'>,
  invoice: Invoice,
  amount: MinorUnits,
  saidIn: SaidIn = 'gross',
): Result<TakenBack, Rejection> => {
  const left = leftOf(state, invoice);
  const parts = left.map((row) => row[saidIn]);
  const most = parts.reduce<number>((sum, part) => sum + part, 0);
  if (amount > most) return moreThanInvoiced(invoice, amount, most);
  const shares = allocate(amount, parts);
  const taxByRate = left.flatMap((row, at) => {
    const share = shares[at] ?? 0;
    if (share === 0) return [];
    const tax = prorated(row.tax, share, row[saidIn]);
    const gross = minorUnits(saidIn === 'net' ? share + tax : share);
    return [{ rate: row.rate, net: minorUnits(gross - tax), tax, gross }];
  });
  return ok({ taxByRate });
};

const creditedBefore = ({ creditNotes }: OrderState, { invoiceId }: Invoice, lineId: string): number =>
  creditNotes
    .filter((note) => note.invoiceId === invoiceId)
    .flatMap(({ lines = [] }) => lines)
    .filter((line) => line.lineId === lineId)
    .reduce((sum, line) => sum + line.quantity, 0);

/** So much of one line, prorated cumulatively: all its parts together are worth the line, to the last minor unit. */
const lineBack = (
  state: OrderState,
  invoice: Invoice,
  { lineId, quantity: wanted }: LineQuantity,
): Result<CreditedLine, Rejection> => {
  const line = invoice.lines.find((one) => one.lineId === lineId);
  const price = invoice.totals.lines.find((one) => one.lineId === lineId);
  if (!line || !price) return unknownLine(lineId);
  const { name, variant, unit, taxRate, quantity: whole } = line;
  const before = creditedBefore(state, invoice, lineId);
  if (before + wanted > whole)
    return reject('more-than-invoiced', `There is less left on the invoice of “${name}” than that.`, {
      ...{ number: invoice.number, lineId, name, unit, wanted },
      left: whole - before,
    });
  const total = proratedShare(price.total, before, wanted, whole);
  const tax = proratedShare(price.tax, before, wanted, whole);
  const net = minorUnits(total - tax);
  return ok({ lineId, name, variant, unit, quantity: quantity(wanted), taxRate, net, tax, total });
};

/** A line's tax, so that neither tax nor net of its rate falls below zero, whatever amounts were taken back before. */
const within = ({ tax, net }: RateTotal, line: CreditedLine): CreditedLine => {
  const lowest = Math.max(0, line.total - net);
  const own = minorUnits(Math.min(tax, Math.max(lowest, line.tax)));
  return { ...line, tax: own, net: minorUnits(line.total - own) };
};

/** Quantities of lines; a line named twice counts together. */
export const linesBack = (
  state: OrderState,
  invoice: Invoice,
  asked: readonly LineQuantity[],
): Result<TakenBack, Rejection> => {
  const wanted = new Map<LineQuantity['lineId'], number>();
  for (const { lineId, quantity: some } of asked) wanted.set(lineId, (wanted.get(lineId) ?? 0) + some);
  const left = new Map(leftOf(state, invoice).map((row) => [row.rate, row]));
  const taken = new Map<RateTotal['rate'], RateTotal>();
  const lines: CreditedLine[] = [];
  for (const [lineId, some] of wanted) {
    const back = lineBack(state, invoice, { lineId, quantity: quantity(some) });
    if (!back.ok) return back;
    const { taxRate: rate, total } = back.value;
    const nothing = { rate, net: minorUnits(0), tax: minorUnits(0), gross: minorUnits(0) };
    const rest = left.get(rate) ?? nothing;
    if (total > rest.gross) return moreThanInvoiced(invoice, total, rest.gross);
    const line = within(rest, back.value);
    lines.push(line);
    left.set(rate, plus(rest, line, -1));
    taken.set(rate, plus(taken.get(rate) ?? nothing, line, 1));
  }
  const taxByRate = [...taken.values()].filter(({ gross }) => gross > 0).sort((a, b) => a.rate - b.rate);
  return ok({ lines, taxByRate });
};

/** What came back of the goods on an invoice and is on no credit note of it yet, with what it is worth there in minor units. */
export interface GoodsBack {
  readonly lines: readonly LineQuantity[];
  readonly net: number;
  readonly total: number;
}

/** Undefined where nothing came back, or where amounts were taken back already that leave less than it is worth. */
export const goodsBack = (state: OrderState, invoice: Invoice): GoodsBack | undefined => {
  const lines = invoice.lines.flatMap(({ lineId, quantity: whole }): LineQuantity[] => {
    const back = Math.min(state.returned[lineId] ?? 0, whole) - creditedBefore(state, invoice, lineId);
    return back > 0 ? [{ lineId, quantity: PositiveQuantity.parse(back) }] : [];
  });
  const taken = lines.length > 0 ? linesBack(state, invoice, lines) : undefined;
  if (!taken?.ok) return undefined;
  const { taxByRate } = taken.value;
  return { lines, net: netOf(taxByRate), total: grossOf(taxByRate) };
};

const plus = (row: RateTotal, { net, tax, total }: CreditedLine, sign: 1 | -1): RateTotal => ({
  rate: row.rate,
  net: minorUnits(row.net + sign * net),
  tax: minorUnits(row.tax + sign * tax),
  gross: minorUnits(row.gross + sign * total),
});
