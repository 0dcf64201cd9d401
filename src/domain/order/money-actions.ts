import { isVoidable } from './customer-credit.ts';
import { grossOf, leftOf, standingInvoice } from './invoiced.ts';
import type { OrderState } from './shape.ts';
import { lifecycle } from './status.ts';
import { balanceOf } from './totals.ts';

/** Commands that move money, say what is owed, or put it on paper. */
export type MoneyAction =
  | 'RecordPayment'
  | 'VoidPayment'
  | 'GrantCredit'
  | 'PayRefund'
  | 'RefundNow'
  | 'WriteOff'
  | 'IssueInvoice'
  | 'IssueCreditNote';

/** Which of them would not be refused now, but for what their own values may bring. */
export const moneyActions = (state: OrderState): readonly MoneyAction[] => {
  const standing = lifecycle(state);
  if (standing === 'none' || standing === 'discarded') return [];
  const open = standing === 'open';
  const { due, net, balance } = balanceOf(state);
  const possible: Readonly<Record<MoneyAction, boolean>> = {
    RecordPayment: true,
    VoidPayment: state.payments.some((payment) => isVoidable(payment, net)),
    GrantCredit: open && due > 0,
    PayRefund: net > 0,
    RefundNow: open && due > 0 && net > 0,
    WriteOff: open && Math.min(due, balance) > 0,
    IssueInvoice: open && !standingInvoice(state),
    IssueCreditNote: state.invoices.some((invoice) => grossOf(leftOf(state, invoice)) > 0),
  };
  return (Object.keys(possible) as MoneyAction[]).filter((action) => possible[action]);
};
