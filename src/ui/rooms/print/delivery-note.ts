import { goodsName } from '../../../domain/naming/goods-name.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { dayInFull, quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { leavingsOf, type Leaving } from '../order/leavings.ts';
import { customerNotes } from '../order/note-readers.ts';
import { letterheadOf, recipientOf, sellerOf } from './letterhead.ts';
import { fact, type PaperColumn, type PaperRow, type PrintedPaper } from './paper.ts';

type Agreed = OrderPage['revisions'][number]['before'] | OrderPage;
type Table = PrintedPaper['tables'][number];

/** The order as agreed when the goods left: the next revision tells what it was before. */
const agreedThen = (order: OrderPage, { revision }: Leaving): Agreed =>
  order.revisions.find((one) => one.revision === revision + 1)?.before ?? order;

const WHAT = (): PaperColumn => ({ id: 'what', label: m.print_what() });
const QUANTITY = (): PaperColumn => ({ id: 'quantity', label: m.print_quantity(), figures: true });

const goodsTable = ({ lines }: Agreed, leaving: Leaving): Table => {
  const left = new Map(leaving.lines.map((line) => [line.lineId, line.quantity]));
  return {
    ...{ id: 'lines', caption: m.print_in_delivery(), sums: [] },
    columns: [
      WHAT(),
      { id: 'ordered', label: m.print_ordered(), figures: true },
      { id: 'delivered', label: m.print_delivered(), figures: true },
    ],
    rows: lines.flatMap((line): PaperRow[] => {
      const delivered = left.get(line.lineId);
      if (delivered === undefined) return [];
      return [
        {
          id: line.lineId,
          cells: {
            what: goodsName(line),
            ordered: quantity(line.quantity, line.unit),
            delivered: quantity(delivered, line.unit),
          },
          below: line.sku === undefined ? [] : [line.sku],
        },
      ];
    }),
  };
};

/** What was still to go then: the paper in the parcel and a second print of it say the same. */
const followTable = ({ lines }: Agreed, { toFollow = [] }: Leaving): readonly Table[] => {
  const rows = toFollow.flatMap(({ lineId, quantity: left }): PaperRow[] => {
    const line = lines.find((one) => one.lineId === lineId);
    if (!line) return [];
    return [
      {
        ...{ id: lineId, below: line.sku === undefined ? [] : [line.sku] },
        cells: { what: goodsName(line), quantity: quantity(left, line.unit) },
      },
    ];
  });
  return rows.length === 0
    ? []
    : [{ id: 'follow', caption: m.print_to_follow(), columns: [WHAT(), QUANTITY()], rows, sums: [] }];
};

/** What came back since. Returns name lines and not parcels: of goods that left in several it is of all of them. */
const backTable = ({ returns, lines, placedAt }: OrderPage, leaving: Leaving): readonly Table[] => {
  const rows = returns.flatMap(({ returnId, received, receivedAt = placedAt }) =>
    received.flatMap((back, n): PaperRow[] => {
      const line = lines.find(({ lineId }) => lineId === back.lineId);
      if (!line || leaving.lines.every(({ lineId }) => lineId !== back.lineId)) return [];
      return [
        {
          id: `${returnId}/${String(n)}`,
          cells: {
            what: goodsName(line),
            day: dayInFull(receivedAt),
            quantity: quantity(back.quantity, line.unit),
          },
        },
      ];
    }),
  );
  const columns = [WHAT(), { id: 'day', label: m.print_date() }, QUANTITY()];
  return rows.length === 0 ? [] : [{ id: 'back', caption: m.print_came_back(), columns, rows, sums: [] }];
};

/** All that ever left of its goods is back. */
const isAllBack = ({ lines }: OrderPage, leaving: Leaving): boolean =>
  leaving.lines.every(({ lineId }) =>
    lines.some((line) => line.lineId === lineId && line.returned > 0 && line.returned === line.shipped),
  );

/** What lies in a parcel, or was handed over, without a word of money. */
const noteOf = (order: OrderPage, leaving: Leaving, settings: OpenedSettings): PrintedPaper => {
  const then = agreedThen(order, leaving);
  const { to, orderedBy } = recipientOf(order, then);
  const on = dayInFull(leaving.at);
  return {
    title: m.print_delivery_note({ number: leaving.number }),
    from: letterheadOf(sellerOf(settings), settings.logo),
    to,
    ...(isAllBack(order, leaving) && { notice: m.print_all_back() }),
    facts: [
      ...fact(leaving.handedOver ? m.print_handed_over_on() : m.print_shipped_on(), on),
      ...fact(m.print_order(), order.number),
      ...fact(m.print_ordered_on(), dayInFull(order.placedAt)),
      ...fact(m.print_ordered_by(), orderedBy),
      ...fact(m.print_reference(), order.source?.reference),
      ...fact(m.order_ship_carrier(), leaving.carrier),
      ...fact(m.order_ship_tracking(), leaving.tracking),
    ],
    tables: [goodsTable(then, leaving), ...followTable(then, leaving), ...backTable(order, leaving)],
    closing: [...customerNotes(order.notes, leaving.at), m.print_thanks()],
  };
};

/** The paper of one leaving; undefined for an order that knows of none such. */
export const deliveryNote = (
  order: OrderPage,
  fulfilmentId: string,
  settings: OpenedSettings,
): PrintedPaper | undefined => {
  const leaving = leavingsOf(order).find((one) => one.fulfilmentId === fulfilmentId);
  return leaving && noteOf(order, leaving, settings);
};

/** Those of all that left of an order. */
export const deliveryNotes = (order: OrderPage, settings: OpenedSettings): readonly PrintedPaper[] =>
  leavingsOf(order).map((leaving) => noteOf(order, leaving, settings));
