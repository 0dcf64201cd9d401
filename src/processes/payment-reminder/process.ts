import { defineProcess, send, type EventEnvelope } from '../../kernel/index.ts';
import { daysAfter } from '../../domain/calendar.ts';
import * as order from '../../domain/order/index.ts';
import { moneyAfter, noMoney, owed, type OrderMoney } from '../order-money/index.ts';

/** So long after its due day a seller lets money wait before asking for it, who has not said otherwise. */
const PATIENCE_DAYS = 7;

/** What is to be watched of an order: nothing, while no day is due that is still to come. */
interface Watch {
  readonly dueOn?: string;
  /** ISO instant at which it is time to ask. */
  readonly askAt?: string;
  readonly money: OrderMoney;
  /** Days after its due day, as was agreed when it was placed. */
  readonly patience?: number;
}

const nothing: Watch = { money: noMoney };

const patienceOf = ({ patience }: Watch) => (patience === undefined ? {} : { patience });

/** Nobody is reminded of what was long due when it came into the book: the list of overdue orders shows that. */
const watching = (
  dueOn: string | undefined,
  patience: number | undefined,
  { meta }: EventEnvelope,
): Pick<Watch, 'dueOn' | 'askAt'> | undefined => {
  if (dueOn === undefined) return undefined;
  const askAt = `${daysAfter(dueOn, patience ?? PATIENCE_DAYS)}T00:00:00.000Z`;
  return askAt > meta.recordedAt ? { dueOn, askAt } : undefined;
};

const isWatched = ({ askAt }: Watch): boolean => askAt !== undefined;

/** Watched or not, money counts only once there is a day: before, the command itself finds out what is owed. */
const paid = (before: Watch, event: EventEnvelope) => ({
  state: isWatched(before) ? { ...before, money: moneyAfter(before.money, event) } : before,
  effects: [],
});

const money = [
  order.LineRemainderCancelled,
  order.OrderCancelled,
  order.OrderReopened,
  order.PaymentRecorded,
  order.PaymentVoided,
  order.CreditGranted,
  order.WrittenOff,
  order.RefundPaid,
  order.CashRounded,
] as const;

/** Tells the seller when it is time to ask for money that did not come. One instance per order; its name is for ever. */
export const paymentReminder = money.reduce(
  (process, eventType) => process.on(eventType as never, { instance: order.orderIdOf, step: paid }),
  defineProcess<Watch>({
    name: 'payment-reminder',
    initial: nothing,
    timers: {
      of: ({ dueOn, askAt, money: at }) =>
        dueOn !== undefined && askAt !== undefined && owed(at) > 0 ? [{ key: dueOn, due: askAt }] : [],
      fire: (_, { key: dueOn, late }, orderId) => [
        send(order.RemindOfPayment, { orderId: orderId as never, dueOn, late }),
      ],
    },
  })
    .on(order.OrderSubmitted, {
      instance: ({ data }) => data.orderId,
      step: (_, event) => {
        const { dueOn, reminderDays: patience } = event.data;
        const unwatched = { ...nothing, ...(patience !== undefined && { patience }) };
        const watch = watching(dueOn, patience, event);
        const state = watch ? { ...unwatched, ...watch, money: moneyAfter(noMoney, event) } : unwatched;
        return { state, effects: [] };
      },
    })
    .on(order.OrderRevised, {
      instance: order.orderIdOf,
      step: (before, event) => {
        const unwatched = { ...nothing, ...patienceOf(before) };
        const watch = watching(event.data.after.dueOn, before.patience, event);
        const money = watch && moneyAfter(before.money, event);
        return { state: watch && money ? { ...unwatched, ...watch, money } : unwatched, effects: [] };
      },
    })
    .on(order.InvoiceIssued, {
      instance: order.orderIdOf,
      step: (before, event) => {
        const { dueOn } = event.data;
        const watch = dueOn === before.dueOn ? undefined : watching(dueOn, before.patience, event);
        const state = watch ? { ...before, ...watch } : before;
        return {
          state: isWatched(state) ? { ...state, money: moneyAfter(state.money, event) } : state,
          effects: [],
        };
      },
    })
    .on(order.OrderImportUndone, {
      instance: order.orderIdOf,
      step: () => ({ state: nothing, effects: [] }),
    }),
);
