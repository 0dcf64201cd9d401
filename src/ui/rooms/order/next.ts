import type { OrderPage } from '../../../views/order-details/index.ts';

/** What a person can do with an order on its page. */
export type Step = 'ship' | 'pay' | 'release' | 'hold' | 'cancel';

const COMMANDS: readonly (readonly [Step, OrderPage['actions'][number]])[] = [
  ['release', 'ReleaseOrder'],
  ['ship', 'ShipItems'],
  ['pay', 'RecordPayment'],
  ['hold', 'HoldOrder'],
  ['cancel', 'CancelOrder'],
];

/** The command that a step gives. */
export const commandOf = (step: Step): string => COMMANDS.find(([one]) => one === step)?.[1] ?? step;

type Asked = Pick<OrderPage, 'actions' | 'balance' | 'lines' | 'lifecycle' | 'allocation'>;

/** Everything possible now, but for a draft, which is a form. */
export const possible = ({
  actions,
  lifecycle,
}: Pick<OrderPage, 'actions' | 'lifecycle'>): readonly Step[] =>
  lifecycle === 'draft'
    ? []
    : COMMANDS.flatMap(([step, command]) => (actions.includes(command) ? [step] : []));

/** The step that brings the order on: lift the hold, ship what is there, take what is owed; none when all is done. */
export const nextStep = (order: Asked): Step | undefined => {
  const steps = possible(order);
  const owed = order.balance.balance > 0 && steps.includes('pay');
  const waits = order.allocation === 'back-ordered' || order.allocation === 'unallocated';
  if (steps.includes('release')) return 'release';
  if (steps.includes('ship') && !(waits && owed)) return 'ship';
  return owed ? 'pay' : undefined;
};

/** The step worth a button beside the next one; the others are in the menu. */
export const besideStep = (order: Asked): Step | undefined => {
  const next = nextStep(order);
  if (next !== 'pay' && order.balance.balance > 0 && possible(order).includes('pay')) return 'pay';
  return next === 'pay' && possible(order).includes('ship') ? 'ship' : undefined;
};
