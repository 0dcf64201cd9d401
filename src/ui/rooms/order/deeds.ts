import type { DetailsLine, OrderPage } from '../../../views/order-details/index.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { waits } from '../print/to-pack.ts';
import type { Step } from './next.ts';

/** What is to be moved of each line, in thousandths; null while its field is empty. */
export type Moved = Readonly<Record<string, number | null>>;

/** A step that moves quantities of lines: how much of a line it may move at most, and how its form speaks. */
export interface Deed {
  readonly step: Step;
  readonly most: (line: Pick<DetailsLine, Counted>) => number;
  readonly title: (order: { number: string }) => string;
  readonly legend: () => string;
  readonly left: (figure: { quantity: string }) => string;
  readonly tooMany: (figure: { quantity: string }) => string;
  readonly confirm: () => string;
  readonly done: (order: { number: string }) => string;
  readonly donePart: (order: { number: string }) => string;
  /** Under which name the command takes the id of what begins with it. */
  readonly id?: 'fulfilmentId' | 'returnId';
  /** Somebody has the goods in their hands before they leave. */
  readonly packs?: true;
  /** Goes with a carrier. */
  readonly parcel?: true;
  /** Nothing is filled in: to take all of it is the exception. */
  readonly fromZero?: true;
  /** What it speaks of may be here already. */
  readonly comesBack?: true;
  /** The book keeps why. */
  readonly reason?: true;
}

type Counted = 'left' | 'active' | 'prepared' | 'ready' | 'shipped' | 'delivered' | 'returnable';

const leaves = {
  left: m.order_ship_left,
  tooMany: m.order_ship_too_many,
  most: (line: Pick<DetailsLine, Counted>) => line.left,
};

const ship: Deed = {
  ...leaves,
  ...{ step: 'ShipItems', id: 'fulfilmentId', packs: true, parcel: true },
  ...{ title: m.order_ship_title, legend: m.order_ship_what, confirm: m.order_ship_confirm },
  ...{ done: m.order_ship_done, donePart: m.order_ship_done_part },
};

const prepare: Deed = {
  ...{ step: 'PrepareItems', id: 'fulfilmentId', packs: true, most: (line) => line.active - line.prepared },
  ...{ title: m.order_prepare_title, legend: m.order_prepare_what, confirm: m.order_prepare_confirm },
  ...{ left: m.order_prepare_left, tooMany: m.order_prepare_too_many },
  ...{ done: m.order_prepare_done, donePart: m.order_prepare_done_part },
};

const unprepare: Deed = {
  ...{ step: 'UndoPrepare', most: (line) => line.prepared - line.shipped },
  ...{ title: m.order_unprepare_title, legend: m.order_unprepare_what, confirm: m.order_unprepare_confirm },
  ...{ left: m.order_unprepare_left, tooMany: m.order_unprepare_too_many },
  ...{ done: m.order_unprepare_done, donePart: m.order_unprepare_done },
};

const ready: Deed = {
  ...leaves,
  ...{ step: 'MarkReady', id: 'fulfilmentId', packs: true, most: (line) => line.left - line.ready },
  ...{ title: m.order_ready_title, legend: m.order_ready_what, confirm: m.order_ready_confirm },
  ...{ done: m.order_ready_done, donePart: m.order_ready_done_part },
};

const collect: Deed = {
  ...leaves,
  ...{ step: 'CollectItems', id: 'fulfilmentId', packs: true },
  ...{ title: m.order_collect_title, legend: m.order_collect_what, confirm: m.order_collect_confirm },
  ...{ done: m.order_collect_done, donePart: m.order_collect_done_part },
};

const deliver: Deed = {
  ...{ step: 'DeliverItems', most: (line) => line.shipped - line.delivered },
  ...{ title: m.order_deliver_title, legend: m.order_deliver_what, confirm: m.order_deliver_confirm },
  ...{ left: m.order_deliver_left, tooMany: m.order_deliver_too_many },
  ...{ done: m.order_deliver_done, donePart: m.order_deliver_done_part },
};

const remainder: Deed = {
  ...leaves,
  ...{ step: 'CancelRemainder', reason: true },
  ...{ title: m.order_remainder_title, legend: m.order_remainder_what, confirm: m.order_remainder_confirm },
  ...{ done: m.order_remainder_done, donePart: m.order_remainder_done },
};

const sendBack: Deed = {
  ...{ step: 'RequestReturn', id: 'returnId', reason: true, fromZero: true, comesBack: true },
  most: (line) => line.returnable,
  ...{ title: m.order_return_title, legend: m.order_return_what, confirm: m.order_return_confirm },
  ...{ left: m.order_return_left, tooMany: m.order_return_too_many },
  ...{ done: m.order_return_done, donePart: m.order_return_done },
};

const deeds = [ship, prepare, unprepare, ready, collect, deliver, remainder, sendBack];

/** The form of a step that moves goods; none for the others. */
export const deedOf = (step: Step): Deed | undefined => deeds.find((deed) => deed.step === step);

type Line = Pick<DetailsLine, 'lineId' | 'backOrdered' | Counted>;

/** What of a line is there to be moved: of what leaves, what waits for stock is on no shelf by the book. In thousandths. */
export const thereOf = ({ most, packs }: Deed, line: Line): number =>
  packs ? Math.max(0, most(line) - line.backOrdered) : most(line);

/** What is filled in before somebody says otherwise. */
export const startOf = (deed: Deed, lines: readonly Line[]): Moved =>
  Object.fromEntries(lines.map((line) => [line.lineId, deed.fromZero ? null : thereOf(deed, line) || null]));

export const isTooMuch = ({ most }: Deed, line: Line, moved: Moved): boolean =>
  (moved[line.lineId] ?? 0) > most(line);

/** What the command is told: the lines of which anything moves. */
export const linesMoved = (lines: readonly Pick<DetailsLine, 'lineId'>[], moved: Moved) =>
  lines.flatMap(({ lineId }) => {
    const quantity = moved[lineId] ?? 0;
    return quantity > 0 ? [{ lineId, quantity }] : [];
  });

/** Whether nothing is left for the same step afterwards. */
export const isTheRest = ({ most }: Deed, lines: readonly Line[], moved: Moved): boolean =>
  lines.every((line) => (moved[line.lineId] ?? 0) >= most(line));

/** How much of a line there is to move, and what of it stock has not got. */
export const hintOf = (deed: Deed, line: DetailsLine, allocation: OrderPage['allocation']): string => {
  const most = quantity(deed.most(line), line.unit);
  const isKnown = allocation !== 'none' && allocation !== 'waiting';
  const isShort = isKnown && !line.uncounted && line.reserved < line.left;
  return deed.step === 'ShipItems' && isShort
    ? m.order_ship_not_reserved({ quantity: most, reserved: quantity(line.reserved, line.unit) })
    : [deed.left({ quantity: most }), ...(deed.packs ? waits(line) : [])].join(' · ');
};
