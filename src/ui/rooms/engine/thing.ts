import { m } from '../../words/index.ts';

const kinds = new Map<string, { readonly name: () => string; readonly room?: string }>([
  ['order', { name: m.engine_thing_order, room: 'orders' }],
  ['customer', { name: m.engine_thing_customer, room: 'customers' }],
  ['product', { name: m.engine_thing_product, room: 'products' }],
  ['stock', { name: m.engine_thing_stock, room: 'products' }],
  ['book', { name: m.engine_thing_book }],
  ['operator', { name: m.engine_thing_operator }],
  ['import', { name: m.engine_thing_import }],
  ['series', { name: m.engine_thing_series }],
]);

/** What streams are about, by the first part of their names. */
export const KINDS = [...kinds.keys()];

export const kindName = (kind: string): string => kinds.get(kind)?.name() ?? kind;

/** What a stream is about: its kind in a seller's word, its id, and the page that shows it. */
export const thingOf = (
  stream: string,
): { readonly kind: string; readonly id: string; readonly name: string; readonly href?: string } => {
  const dash = stream.indexOf('-');
  const [kind, id] = [stream.slice(0, dash), stream.slice(dash + 1)];
  const { name, room } = kinds.get(kind) ?? { name: () => stream };
  return { kind, id, name: name(), ...(room !== undefined && { href: `#/${room}/${id}` }) };
};
