import type { OrderPage } from '../../../views/order-details/index.ts';

type Action = OrderPage['actions'][number];

/** What a person can do with an order on its page, part by part, in the order in which its menus list it. */
const PARTS = {
  order: [
    ...([
      'ReviseOrder',
      'HoldOrder',
      'ReleaseOrder',
      'CancelRemainder',
      'ReopenOrder',
      'RestoreDraft',
      'UndoCounterSale',
    ] as const),
    ...(['ArchiveOrder', 'UnarchiveOrder', 'CancelOrder'] as const),
  ],
  goods: [
    ...(['PrepareItems', 'UndoPrepare', 'ShipItems', 'MarkReady', 'CollectItems', 'DeliverItems'] as const),
    'RequestReturn',
  ],
  money: ['RecordPayment', 'PayRefund', 'RefundNow', 'GrantCredit', 'WriteOff'],
  papers: ['IssueInvoice', 'IssueCreditNote'],
  payment: ['VoidPayment'],
  returned: ['ReceiveReturn', 'CloseReturn', 'CancelReturn'],
} as const satisfies Record<string, readonly Action[]>;

export type Part = keyof typeof PARTS;

/** A command that a person gives on an order's page, by its type. */
export type Step = (typeof PARTS)[Part][number];

/** A step that somebody took, and what of the order it is about: one payment, one return. */
export interface Doing {
  readonly step: Step;
  readonly subject?: string;
}

type Asked = Pick<OrderPage, 'actions' | 'balance' | 'lines' | 'lifecycle' | 'allocation'>;

/** Everything possible now in one part of the page; a draft is a form, so that only its money is moved by steps. */
export const possibleIn = (
  part: Part,
  { actions, lifecycle }: Pick<OrderPage, 'actions' | 'lifecycle'>,
): readonly Step[] =>
  lifecycle === 'draft' && part !== 'money' ? [] : PARTS[part].filter((step: Step) => actions.includes(step));

/** The step that brings the order on: lift the hold, hand over what is there, settle the money; none when all is done. */
export const nextStep = (order: Asked): Step | undefined => {
  const may = (step: Step): boolean => order.lifecycle !== 'draft' && order.actions.includes(step);
  const owed = order.balance.balance > 0 && may('RecordPayment');
  const waits = order.allocation === 'back-ordered' || order.allocation === 'unallocated';
  if (may('ReleaseOrder')) return 'ReleaseOrder';
  if (may('RestoreDraft')) return 'RestoreDraft';
  if (may('ShipItems') && !(waits && owed)) return isFetched(order) ? 'CollectItems' : 'ShipItems';
  if (order.balance.balance < 0 && may('PayRefund')) return 'PayRefund';
  return owed ? 'RecordPayment' : undefined;
};

/** All that is left stands ready for its customer to come by. */
const isFetched = ({ lines }: Asked): boolean => {
  const left = lines.filter((line) => line.left > 0);
  return left.length > 0 && left.every((line) => line.ready >= line.left);
};

/** The step worth a button beside the next one. */
export const besideStep = (order: Asked): Step | undefined => {
  const next = nextStep(order);
  const { actions, balance, lifecycle } = order;
  // One that was sold a moment ago is put away from the menu: nobody's second press is meant for that.
  if (next === undefined)
    return (['ArchiveOrder', 'UnarchiveOrder'] as const).find(
      (step) => actions.includes(step) && (step !== 'ArchiveOrder' || lifecycle !== 'open'),
    );
  const money = balance.balance > 0 ? 'RecordPayment' : 'PayRefund';
  if (next !== money && balance.balance !== 0 && actions.includes(money)) return money;
  return next === 'RecordPayment' && actions.includes('ShipItems') ? 'ShipItems' : undefined;
};
