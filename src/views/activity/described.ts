import { BOOK_ID, BookOpened, BookSettingsChanged } from '../../domain/book/index.ts';
import { ProductChanged, ProductCreated, VariantAdded, VariantChanged } from '../../domain/product/index.ts';
import { canonicalJson, type DataOf, type EventEnvelope, type Json } from '../../kernel/index.ts';
import type { ActivityRow, Changed, DescribedRow, Description, Valued } from './row.ts';

/** Told as they were and as they are: what is short, and what a seller asks after. */
const VALUED = [
  'name',
  'sku',
  'barcode',
  'unit',
  'unitPrice',
  'taxRate',
  'options',
] as const satisfies (keyof Valued)[];

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);

const differing = (before: Description, after: Description): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (member) => !isSame(before[member], after[member]),
  );

const goodsChanged = (before: Description, after: Description): Changed => {
  const members = differing(before, after);
  const values = VALUED.filter((member) => members.includes(member)).map((member) => {
    const [from, to] = [before[member], after[member]];
    return [member, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }] as const;
  });
  const others = members.filter((member) => !VALUED.some((valued) => valued === member));
  return {
    ...(values.length > 0 && { values: Object.fromEntries(values) }),
    ...(others.length > 0 && { others }),
  };
};

const settingsChanged = (before: Description, after: Description): Changed => ({
  others: differing(before, after),
});

interface Describing {
  readonly id: (data: unknown) => string;
  readonly changed: typeof goodsChanged;
}

const ofProduct: Describing = {
  id: (data) => (data as DataOf<typeof ProductChanged>).productId,
  changed: goodsChanged,
};
const ofVariant: Describing = {
  id: (data) => (data as DataOf<typeof VariantChanged>).variantId,
  changed: goodsChanged,
};
const ofBook: Describing = { id: () => BOOK_ID, changed: settingsChanged };

/** Events that say the whole of something, and so by themselves not what is new in it. */
const describing: Readonly<Record<string, Describing>> = {
  [ProductCreated.type]: ofProduct,
  [ProductChanged.type]: ofProduct,
  [VariantAdded.type]: ofVariant,
  [VariantChanged.type]: ofVariant,
  [BookOpened.type]: ofBook,
  [BookSettingsChanged.type]: ofBook,
};

/** What an event says the whole of, and how the row of it stands afterwards; `told` when the activity has the event. */
export const describedBy = ({ type, data, position }: EventEnvelope, told: boolean) => {
  const known = describing[type];
  if (!known) return undefined;
  const id = known.id(data);
  const last = data as Description;
  const update = (before: DescribedRow | undefined): DescribedRow => ({
    id,
    last,
    changes: {
      ...before?.changes,
      ...(before && told && { [position]: known.changed(before.last, last) }),
    },
  });
  return { id, update };
};

/** The row that knows what was changed then; undefined where nothing was, or the entry says it itself. */
export const describedIn = ({ told, productId }: Pick<ActivityRow, 'told' | 'productId'>) => {
  switch (told.type) {
    case 'ProductChanged':
      return productId;
    case 'VariantChanged':
      return told.data.variantId;
    case 'BookSettingsChanged':
      return BOOK_ID;
    default:
      return undefined;
  }
};
