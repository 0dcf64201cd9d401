import type { Client } from '../../../client/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { m } from '../../words/index.ts';
import { addresseeOf } from '../print/letterhead.ts';

type Tried = Awaited<ReturnType<Client['whatIf']>>;

interface Figures {
  readonly quantity: number;
  readonly total: number;
}

/** What commands would change of an order, of the shelves and for other orders; quantities in thousandths. */
export interface WouldChange {
  readonly lines: readonly {
    readonly lineId: string;
    readonly name: string;
    readonly unit: string;
    readonly before?: Figures | undefined;
    readonly after?: Figures | undefined;
  }[];
  /** For whom it is, as papers name them; present where that is another. */
  readonly customer?: { readonly before: string; readonly after: string };
  readonly total: { readonly before: number; readonly after: number };
  readonly balance: number;
  readonly isOff: boolean;
  /** `freed`: more is free to sell; `waited`: more is waited for. */
  readonly stock: readonly {
    readonly productId: string;
    readonly name: string;
    readonly unit: string;
    readonly freed: number;
    readonly waited: number;
  }[];
  readonly others: readonly { readonly number: string; readonly more: number }[];
}

/** What a trial has to look at to tell that. */
export const lookedAt = (orderId: string) => ({
  views: ['order-details', 'stock'],
  asks: [{ query: OrderDetails.name, params: { orderId } }],
});

const figuresOf = (order: OrderPage, lineId: string): Figures | undefined => {
  const line = order.lines.find((one) => one.lineId === lineId);
  return line && { quantity: line.active, total: line.price.total };
};

const linesOf = (before: OrderPage, after: OrderPage): WouldChange['lines'] => {
  const all = new Map([...before.lines, ...after.lines].map((line) => [line.lineId as string, line]));
  return [...all.values()]
    .map(({ lineId, name, variant, unit }) => ({
      ...{ lineId, name: goodsName({ name, variant }), unit },
      before: figuresOf(before, lineId),
      after: figuresOf(after, lineId),
    }))
    .filter(({ before: was, after: is }) => was?.quantity !== is?.quantity || was?.total !== is?.total);
};

const customerOf = (before: OrderPage, after: OrderPage): Pick<WouldChange, 'customer'> => {
  const [was, is] = [before, after].map(({ customer }) => addresseeOf(customer).join(', '));
  return was === is
    ? {}
    : { customer: { before: was || m.order_no_customer(), after: is || m.order_no_customer() } };
};

const stockOf = ({ differences }: Tried): WouldChange['stock'] =>
  differences
    .filter(({ view, table }) => view === 'stock' && table === 'levels')
    .flatMap(({ before, after }) => {
      const [was, is] = [before as StockRow | undefined, after as StockRow | undefined];
      if (!was || !is) return [];
      const { productId, name, unit, variant } = is;
      const freed = is.available - was.available;
      const waited = is.backOrdered - was.backOrdered;
      return freed === 0 && waited <= 0
        ? []
        : [{ productId, name: goodsName({ name, variant }), unit, freed, waited }];
    });

/** As much of an order's row as says what stock it has. */
interface Row {
  readonly state: {
    readonly agreed?: { readonly number: string };
    readonly allocations?: readonly { readonly reserved: number }[];
  };
}

const reservedIn = ({ state }: Row): number =>
  (state.allocations ?? []).reduce((sum, { reserved }) => sum + reserved, 0);

const othersIn = ({ differences }: Tried, orderId: string): WouldChange['others'] =>
  differences
    .filter(({ view, key }) => view === 'order-details' && key !== orderId)
    .flatMap(({ before, after }) => {
      const [was, is] = [before as Row | undefined, after as Row | undefined];
      const number = is?.state.agreed?.number;
      if (!was || !is || number === undefined) return [];
      const more = reservedIn(is) - reservedIn(was);
      return more === 0 ? [] : [{ number, more }];
    });

/** Told of the order as it stands, and as the trial answers that it would; undefined when nothing would change. */
export const wouldChange = (before: OrderPage, tried: Tried): WouldChange | undefined => {
  const after = tried.answers[0] as OrderPage | undefined;
  if (!after || tried.happens.length === 0) return undefined;
  return {
    lines: linesOf(before, after),
    ...customerOf(before, after),
    total: { before: before.totals.total, after: after.totals.total },
    balance: after.balance.balance,
    isOff: after.lifecycle === 'cancelled' && before.lifecycle !== 'cancelled',
    stock: stockOf(tried),
    others: othersIn(tried, before.id),
  };
};
