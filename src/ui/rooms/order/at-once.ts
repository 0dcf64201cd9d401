import type { OrderPage } from '../../../views/order-details/index.ts';
import { today } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { Doing, Step } from './next.ts';

interface AtOnce {
  /** What the command takes beside the order's id. */
  readonly payload?: (doing: Doing, newId: () => string) => Readonly<Record<string, unknown>>;
  readonly done: (order: { number: string }) => string;
}

const ofReturn = ({ subject }: Doing) => ({ returnId: subject });

/**
 * Steps that take no form: they are sent at once, and only a problem shows. `RestoreDraft` is the very command by which
 * discarding is taken back, but it asks for no deed: a discarded draft can be had again whatever was done with it since,
 * by whom and how it was discarded, and nobody looks through its history for that.
 */
const steps: Partial<Record<Step, AtOnce>> = {
  ReleaseOrder: { done: m.order_release_done },
  RestoreDraft: { done: m.order_restore_done },
  ArchiveOrder: { done: m.order_archive_done },
  UnarchiveOrder: { done: m.order_unarchive_done },
  CloseReturn: { payload: ofReturn, done: m.order_return_close_done },
  CancelReturn: { payload: ofReturn, done: m.order_return_cancel_done },
  // Of one that is paid; else it is asked until when it is to be.
  IssueInvoice: {
    payload: (_, newId) => ({ invoiceId: newId(), issuedOn: today() }),
    done: m.order_invoice_done,
  },
};

export const atOnce = ({ step }: Doing): AtOnce | undefined => steps[step];

export const numberOf = (order: Pick<OrderPage, 'number'>): string => order.number ?? m.order_draft();
