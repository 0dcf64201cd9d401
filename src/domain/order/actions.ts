import { lifecycle, progress } from './status.ts';
import type { OrderState } from './state.ts';

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
  | 'RecordPayment'
  | 'ShipItems'
  | 'HoldOrder'
  | 'ReleaseOrder'
  | 'CancelOrder'
  | 'AddNote';

const ofDraft = (state: OrderState): readonly OrderAction[] => [
  'AddLine',
  ...(state.lines.length > 0 ? (['ChangeLine', 'RemoveLine'] as const) : []),
  'AssignCustomer',
  'SetDiscount',
  'SetShipping',
  'SetDates',
  ...(state.lines.length > 0 ? (['SubmitOrder'] as const) : []),
  ...(state.payments.length === 0 ? (['DiscardDraft'] as const) : []),
  'RecordPayment',
  'AddNote',
];

const ofOpenOrder = (state: OrderState): readonly OrderAction[] => {
  const lines = progress(state);
  return [
    ...(!state.hold && lines.some((line) => line.left > 0) ? (['ShipItems'] as const) : []),
    'RecordPayment',
    state.hold ? 'ReleaseOrder' : 'HoldOrder',
    ...(lines.every((line) => line.shipped === 0) ? (['CancelOrder'] as const) : []),
    'AddNote',
  ];
};

/** What would not be refused now, but for what a command's own values may bring. */
export const possibleActions = (state: OrderState): readonly OrderAction[] => {
  switch (lifecycle(state)) {
    case 'none':
      return [];
    case 'draft':
      return ofDraft(state);
    case 'open':
      return ofOpenOrder(state);
    case 'cancelled':
      return ['RecordPayment', 'AddNote'];
    case 'discarded':
      return ['AddNote'];
  }
};
