import { isAsSold } from './as-sold.ts';
import { completed } from './finished.ts';
import type { Return } from './goods.ts';
import { moneyActions, type MoneyAction } from './money-actions.ts';
import { returnable, sumOf } from './returnable.ts';
import { lifecycle, progress, type LineProgress } from './status.ts';
import type { OrderState } from './state.ts';
import { balanceOf } from './totals.ts';

/** Commands that a person may give for an order, by their type. */
export type OrderAction =
  | 'AddLine'
  | 'ChangeLine'
  | 'RemoveLine'
  | 'AssignCustomer'
  | 'SetDiscount'
  | 'SetShipping'
  | 'SetDates'
  | 'SubmitOrder'
  | 'DiscardDraft'
  | 'RestoreDraft'
  | 'ReviseOrder'
  | MoneyAction
  | 'PrepareItems'
  | 'UndoPrepare'
  | 'MarkReady'
  | 'ShipItems'
  | 'DeliverItems'
  | 'CollectItems'
  | 'UndoCounterSale'
  | 'RequestReturn'
  | 'ReceiveReturn'
  | 'CloseReturn'
  | 'CancelReturn'
  | 'HoldOrder'
  | 'ReleaseOrder'
  | 'CancelRemainder'
  | 'CancelOrder'
  | 'ReopenOrder'
  | 'ArchiveOrder'
  | 'UnarchiveOrder'
  | 'AddNote'
  | 'Tag'
  | 'Untag';

const when = (is: boolean, ...actions: readonly OrderAction[]): readonly OrderAction[] => (is ? actions : []);

const ofDraft = (state: OrderState): readonly OrderAction[] => [
  'AddLine',
  ...(state.lines.length > 0 ? (['ChangeLine', 'RemoveLine'] as const) : []),
  'AssignCustomer',
  'SetDiscount',
  'SetShipping',
  'SetDates',
  ...(state.lines.length > 0 ? (['SubmitOrder'] as const) : []),
  ...when(balanceOf(state).net === 0, 'DiscardDraft'),
  ...moneyActions(state),
];

const ofGoods = (state: OrderState): readonly OrderAction[] => {
  const lines = progress(state);
  const some = (of: (line: LineProgress) => number) => lines.some((line) => of(line) > 0);
  const mayGo = !state.hold && some((line) => line.left);
  return [
    ...when(mayGo && some((line) => line.active - line.prepared), 'PrepareItems'),
    ...when(
      some((line) => line.prepared - line.shipped),
      'UndoPrepare',
    ),
    ...when(mayGo && some((line) => line.left - line.ready), 'MarkReady'),
    ...when(mayGo, 'ShipItems', 'CollectItems'),
    ...when(
      some((line) => line.shipped - line.delivered),
      'DeliverItems',
    ),
    ...when(
      some((line) => returnable(state, line)),
      'RequestReturn',
    ),
    ...when(
      some((line) => line.left),
      'CancelRemainder',
    ),
    ...when(!some((line) => line.shipped), 'CancelOrder'),
  ];
};

const ofReturns = ({ returns }: OrderState): readonly OrderAction[] => {
  const open = returns.filter((one) => one.standing === 'open');
  const missing = ({ requested, received }: Return) =>
    requested.some(({ lineId, quantity }) => quantity > sumOf(received, lineId));
  return [
    ...when(open.some(missing), 'ReceiveReturn'),
    ...when(
      open.some(({ received }) => received.length > 0),
      'CloseReturn',
    ),
    ...when(
      open.some(({ received }) => received.length === 0),
      'CancelReturn',
    ),
  ];
};

const ofOpenOrder = (state: OrderState): readonly OrderAction[] => [
  ...ofGoods(state),
  ...ofReturns(state),
  ...when(isAsSold(state), 'UndoCounterSale'),
  'ReviseOrder',
  ...moneyActions(state),
  state.hold ? 'ReleaseOrder' : 'HoldOrder',
];

const ofAny = (state: OrderState): readonly OrderAction[] => {
  const standing = lifecycle(state);
  const over = standing === 'cancelled' || standing === 'discarded' || completed(state);
  return [
    ...when(over && !state.archived, 'ArchiveOrder'),
    ...when(state.archived, 'UnarchiveOrder'),
    'AddNote',
    'Tag',
    ...when(state.tags.length > 0, 'Untag'),
  ];
};

/** What would not be refused now, but for what a command's own values may bring. */
export const possibleActions = (state: OrderState): readonly OrderAction[] => {
  switch (lifecycle(state)) {
    case 'none':
      return [];
    case 'draft':
      return [...ofDraft(state), ...ofAny(state)];
    case 'open':
      return [...ofOpenOrder(state), ...ofAny(state)];
    case 'cancelled':
      return [...moneyActions(state), 'ReopenOrder', ...ofAny(state)];
    case 'discarded':
      return ['RestoreDraft', ...ofAny(state)];
  }
};
