import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Ban from '@lucide/svelte/icons/ban';
import BadgePercent from '@lucide/svelte/icons/badge-percent';
import Coins from '@lucide/svelte/icons/coins';
import Eraser from '@lucide/svelte/icons/eraser';
import FileMinus from '@lucide/svelte/icons/file-minus';
import FileText from '@lucide/svelte/icons/file-text';
import Hand from '@lucide/svelte/icons/hand';
import HandCoins from '@lucide/svelte/icons/hand-coins';
import House from '@lucide/svelte/icons/house';
import PackageCheck from '@lucide/svelte/icons/package-check';
import PackageOpen from '@lucide/svelte/icons/package-open';
import PackageX from '@lucide/svelte/icons/package-x';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import Play from '@lucide/svelte/icons/play';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import ShoppingBag from '@lucide/svelte/icons/shopping-bag';
import Store from '@lucide/svelte/icons/store';
import Truck from '@lucide/svelte/icons/truck';
import Undo from '@lucide/svelte/icons/undo-2';
import type { OrderPage } from '../../../views/order-details/index.ts';
import type { Icon, MenuAction } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';
import type { Doing, Step } from './next.ts';

type Look = readonly [icon: Icon, words: (order: Pick<OrderPage, 'fulfilment' | 'lifecycle'>) => string];

const looks: Record<Step, Look> = {
  ReviseOrder: [PencilLine, m.order_do_revise],
  HoldOrder: [Hand, m.order_do_hold],
  ReleaseOrder: [Play, m.order_do_release],
  CancelRemainder: [PackageX, m.order_do_remainder],
  CancelOrder: [Ban, m.order_do_cancel],
  ReopenOrder: [RotateCcw, m.order_do_reopen],
  RestoreDraft: [RotateCcw, m.order_do_restore],
  UndoCounterSale: [Undo, m.order_do_undo_sale],
  ArchiveOrder: [Archive, m.order_do_archive],
  UnarchiveOrder: [ArchiveRestore, m.order_do_unarchive],
  PrepareItems: [PackageCheck, m.order_do_prepare],
  UndoPrepare: [PackageOpen, m.order_do_unprepare],
  ShipItems: [
    Truck,
    ({ fulfilment }) => (fulfilment === 'partly-shipped' ? m.order_do_ship_rest() : m.order_do_ship()),
  ],
  MarkReady: [Store, m.order_do_ready],
  CollectItems: [ShoppingBag, m.order_do_collect],
  DeliverItems: [House, m.order_do_deliver],
  RequestReturn: [Undo, m.order_do_return],
  ReceiveReturn: [PackageCheck, m.order_do_return_receive],
  CloseReturn: [PackageCheck, m.order_do_return_close],
  CancelReturn: [Ban, m.order_do_return_cancel],
  RecordPayment: [
    Coins,
    ({ lifecycle }) => (lifecycle === 'draft' ? m.order_do_deposit() : m.order_do_pay()),
  ],
  VoidPayment: [Ban, m.order_do_void],
  PayRefund: [HandCoins, m.order_do_refund],
  RefundNow: [HandCoins, m.order_do_refund_now],
  GrantCredit: [BadgePercent, m.order_do_credit],
  WriteOff: [Eraser, m.order_do_write_off],
  IssueInvoice: [FileText, m.order_do_invoice],
  IssueCreditNote: [FileMinus, m.order_do_credit_note],
};

export const iconOf = (step: Step): Icon => looks[step][0];

/** The verb on a step's button. */
export const wordsOf = (step: Step, order: Pick<OrderPage, 'fulfilment' | 'lifecycle'>): string =>
  looks[step][1](order);

/** A step as menus, and the search, offer it. */
export const actionOf = (
  step: Step,
  order: Pick<OrderPage, 'fulfilment' | 'lifecycle'>,
  ondo: (doing: Doing) => void,
): MenuAction => ({
  label: wordsOf(step, order),
  icon: iconOf(step),
  danger: step === 'CancelOrder',
  onselect: () => {
    ondo({ step });
  },
});
