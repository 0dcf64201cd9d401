import { BookOpened, BookSettingsChanged, OrderViewsArranged } from '../../domain/book/index.ts';
import {
  CustomerArchived,
  CustomerChanged,
  CustomerCreated,
  CustomerForgotten,
  CustomerRestored,
} from '../../domain/customer/index.ts';
import { ImportFinished, ImportStarted, ImportUndone } from '../../domain/import/index.ts';
import {
  OperatorAdded,
  OperatorChanged,
  OperatorRemoved,
  PinSet,
  SignInTurnedOff,
} from '../../domain/operator/index.ts';
import {
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  VariantAdded,
  VariantArchived,
  VariantChanged,
  VariantRestored,
  variantTitle,
} from '../../domain/product/index.ts';
import { numberLabel, NumberingSet, readSeriesName } from '../../domain/series/index.ts';
import { ReorderLevelSet, StockPolicySet } from '../../domain/stock/index.ts';
import type { AnyEventType, EventEnvelope, Recorded } from '../../kernel/index.ts';
import { movedBy, moving } from '../stock/movements.ts';
import type { About, Happened, Kind } from './row.ts';

/** What a row is made of, beside when it happened and who did it. */
export interface Moment extends About {
  readonly kind: Kind;
  readonly main: boolean;
  readonly told: Happened;
}

interface Telling {
  readonly eventType: AnyEventType;
  readonly moment: (event: EventEnvelope) => Moment;
}

const telling = <Of extends AnyEventType>(
  eventType: Of,
  kind: Kind,
  told: (event: Recorded<Of>) => Happened,
  more: (event: Recorded<Of>) => About & { readonly main?: boolean } = () => ({}),
): Telling => ({
  eventType,
  moment: (event) => {
    // The engine gives each teller the events of its own type.
    const known = event as Recorded<Of>;
    return { kind, main: true, ...more(known), told: told(known) };
  },
});

const customerId = ({ data }: { readonly data: { readonly customerId: string } }) => ({
  customerId: data.customerId,
});
const productId = ({ data }: { readonly data: { readonly productId: string } }) => ({
  productId: data.productId,
});
/** Moved because of something else, which is told by itself. */
const FOLLOWING: ReadonlySet<string> = new Set([
  'StockReserved',
  'StockReleased',
  'StockIssued',
  'StockReturned',
]);

const movements = Object.values(moving).map((eventType) =>
  telling(
    eventType as AnyEventType,
    'stock',
    (event: EventEnvelope) => {
      const type = event.type as keyof typeof moving;
      return { type, data: movedBy[type](event.data as never) };
    },
    (event: EventEnvelope) => {
      const { productId: of, orderId } = event.data as { productId: string; orderId?: string };
      return {
        productId: of,
        main: !FOLLOWING.has(event.type),
        ...(orderId === undefined ? {} : { orderId }),
      };
    },
  ),
);

/** Whatever happens beside orders. What a series numbers is told by itself. */
export const tellings: readonly Telling[] = [
  ...movements,
  // The first is written with the product itself.
  telling(
    StockPolicySet,
    'stock',
    ({ type, data: { policy } }) => ({ type, data: { policy } }),
    (event) => ({ ...productId(event), main: event.version > 1 }),
  ),
  telling(ReorderLevelSet, 'stock', ({ type }) => ({ type, data: {} }), productId),
  telling(
    CustomerChanged,
    'customers',
    ({ type, data: { changed } }) => ({ type, data: { ...(changed && { changed }) } }),
    customerId,
  ),
  ...[CustomerCreated, CustomerArchived, CustomerRestored].map((eventType) =>
    telling(eventType, 'customers', ({ type }) => ({ type, data: {} }), customerId),
  ),
  telling(
    CustomerForgotten,
    'customers',
    ({ type, data: { reason } }) => ({ type, data: { reason } }),
    customerId,
  ),
  ...[ProductCreated, ProductChanged, ProductArchived, ProductRestored].map((eventType) =>
    telling(eventType, 'products', ({ type }) => ({ type, data: {} }), productId),
  ),
  ...[VariantAdded, VariantChanged].map((eventType) =>
    telling(
      eventType,
      'products',
      ({ type, data }) => ({ type, data: { variantId: data.variantId, title: variantTitle(data) } }),
      productId,
    ),
  ),
  ...[VariantArchived, VariantRestored].map((eventType) =>
    telling(
      eventType,
      'products',
      ({ type, data: { variantId } }) => ({ type, data: { variantId } }),
      productId,
    ),
  ),
  ...[BookOpened, BookSettingsChanged, OrderViewsArranged, SignInTurnedOff].map((eventType) =>
    telling(eventType, 'settings', ({ type }) => ({ type, data: {} })),
  ),
  telling(NumberingSet, 'settings', ({ type, data: { series, next, digits } }) => {
    const { of, prefix } = readSeriesName(series);
    return { type, data: { of, next: numberLabel(prefix, next, digits) } };
  }),
  ...[OperatorAdded, OperatorChanged].map((eventType) =>
    telling(eventType, 'settings', ({ type, data: { operatorId, role } }) => ({
      type,
      data: { operatorId, role },
    })),
  ),
  ...[OperatorRemoved, PinSet].map((eventType) =>
    telling(eventType, 'settings', ({ type, data: { operatorId } }) => ({ type, data: { operatorId } })),
  ),
  telling(ImportStarted, 'imports', ({ type, data }) => ({ type, data })),
  telling(ImportFinished, 'imports', ({ type, data }) => ({ type, data })),
  telling(ImportUndone, 'imports', ({ type, data }) => ({ type, data })),
];
