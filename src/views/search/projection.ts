import {
  CustomerChanged,
  CustomerCreated,
  CustomerForgotten,
  FORGOTTEN,
  type CustomerDescription,
} from '../../domain/customer/index.ts';
import {
  CustomerAssigned,
  CustomerUnassigned,
  DraftCreated,
  DraftDiscarded,
  DraftRestored,
  ItemsShipped,
  LineAdded,
  LineRemoved,
  OrderImportUndone,
  orderIdOf,
  OrderRevised,
  OrderSubmitted,
  Tagged,
  Untagged,
  type OrderLine,
} from '../../domain/order/index.ts';
import {
  ProductChanged,
  ProductCreated,
  VariantAdded,
  VariantChanged,
  variantTitle,
  type ProductDescription,
  type VariantDescription,
} from '../../domain/product/index.ts';
import { changesOf, defineProjection, type EventEnvelope } from '../../kernel/index.ts';
import type { FoundRow, Kind, SearchTables } from './row.ts';

const { things } = changesOf<SearchTables>()('things');

const keyOf = (kind: Kind, id: string): string => `${kind}-${id}`;

const some = (...texts: readonly (string | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== undefined && text !== '');

const put = (kind: Kind, id: string, { position: at }: EventEnvelope, members: Partial<FoundRow>) => [
  things(keyOf(kind, id), () => ({ key: keyOf(kind, id), kind, id, at, ...members })),
];

const change = (
  kind: Kind,
  id: string,
  { position: at }: EventEnvelope,
  of: (row: FoundRow) => Partial<FoundRow>,
) => [things(keyOf(kind, id), (row) => row && { ...row, ...of(row), at })];

const ofOrder = (event: EventEnvelope, of: (row: FoundRow) => Partial<FoundRow>) =>
  change('order', orderIdOf(event), event, of);

const named = (lines: readonly OrderLine[]): Pick<FoundRow, 'lines'> => ({
  lines: Object.fromEntries(lines.map((line) => [line.lineId, some(line.name, line.variant).join(' ')])),
});

const described = ({
  name,
  company,
  email,
  phone,
  reference,
  taxNumber,
  address,
}: CustomerDescription): Partial<FoundRow> => ({
  title: name,
  ...(company !== undefined && { company }),
  codes: some(...[email, phone, reference, address?.street, address?.postcode, address?.city], taxNumber),
});

const sold = ({ name, sku, barcode, vendor, tags }: ProductDescription): Partial<FoundRow> => ({
  title: name,
  codes: some(sku, barcode, vendor),
  ...(tags && { tags }),
});

const withVariant = (row: FoundRow, variant: VariantDescription): Partial<FoundRow> => ({
  lines: {
    ...row.lines,
    [variant.variantId]: some(variantTitle(variant), variant.sku, variant.barcode).join(' '),
  },
});

const without = (customerId: FoundRow['customerId'], row: FoundRow): FoundRow => {
  const { customerId: _, ...rest } = row;
  return customerId === undefined ? rest : { ...rest, customerId };
};

/** Where in the book does a word stand? */
export const searchView = defineProjection<SearchTables>({
  name: 'search',
  version: 3,
  tables: { things: { key: 'key', indexes: [['kind', 'at']] } },
})
  .on(CustomerCreated, (event) => put('customer', event.data.customerId, event, described(event.data)))
  .on(CustomerChanged, (event) => put('customer', event.data.customerId, event, described(event.data)))
  .on(CustomerForgotten, (event) => put('customer', event.data.customerId, event, { title: FORGOTTEN }))
  .on(ProductCreated, (event) => put('product', event.data.productId, event, sold(event.data)))
  .on(ProductChanged, (event) => change('product', event.data.productId, event, () => sold(event.data)))
  .on(VariantAdded, (event) =>
    change('product', event.data.productId, event, (row) => withVariant(row, event.data)),
  )
  .on(VariantChanged, (event) =>
    change('product', event.data.productId, event, (row) => withVariant(row, event.data)),
  )
  .on(DraftCreated, (event) => put('order', event.data.orderId, event, {}))
  .on(LineAdded, (event) =>
    ofOrder(event, ({ lines }) => ({ lines: { ...lines, ...named([event.data]).lines } })),
  )
  .on(LineRemoved, (event) =>
    ofOrder(event, ({ lines = {} }) => {
      const { [event.data.lineId]: _, ...rest } = lines;
      return { lines: rest };
    }),
  )
  .on(CustomerAssigned, (event) => ofOrder(event, () => ({ customerId: event.data.customerId })))
  .on(CustomerUnassigned, (event) => {
    const key = keyOf('order', orderIdOf(event));
    return [things(key, (row) => row && { ...without(undefined, row), at: event.position })];
  })
  .on(OrderSubmitted, (event) => {
    const { orderId, number, customer, lines, source } = event.data;
    const key = keyOf('order', orderId);
    return [
      things(key, (row = { key, kind: 'order', id: orderId, at: 0 }) => {
        const { gone: _, ...before } = without(customer?.customerId, row);
        return {
          ...{ ...before, at: event.position, title: number, ...named(lines) },
          ...(source && { codes: [source.reference] }),
        };
      }),
    ];
  })
  .on(OrderRevised, (event) => {
    const { after } = event.data;
    const key = keyOf('order', orderIdOf(event));
    return [
      things(
        key,
        (row) =>
          row && { ...without(after.customer?.customerId, row), ...named(after.lines), at: event.position },
      ),
    ];
  })
  .on(Tagged, (event) => ofOrder(event, ({ tags = [] }) => ({ tags: [...tags, event.data.tag] })))
  .on(Untagged, (event) =>
    ofOrder(event, ({ tags = [] }) => ({ tags: tags.filter((tag) => tag !== event.data.tag) })),
  )
  .on(ItemsShipped, (event) => {
    const { carrier, tracking } = event.data;
    if (carrier === undefined && tracking === undefined) return [];
    return ofOrder(event, ({ codes = [] }) => ({ codes: [...codes, ...some(carrier, tracking)] }));
  })
  .on(DraftDiscarded, (event) => ofOrder(event, () => ({ gone: true })))
  .on(DraftRestored, (event) => {
    const key = keyOf('order', orderIdOf(event));
    return [
      things(key, (row) => {
        if (!row) return undefined;
        const { gone: _, ...back } = row;
        return { ...back, at: event.position };
      }),
    ];
  })
  .on(OrderImportUndone, (event) => put('order', orderIdOf(event), event, { gone: true }));
