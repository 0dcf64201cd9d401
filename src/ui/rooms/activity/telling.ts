import type { ActivityEntry, Happened, OrderFact, StockFact } from '../../../views/activity/index.ts';
import type { SaidEntry } from '../../../views/order-history/index.ts';
import { count, list } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { asRead } from '../../words/as-read.ts';
import { sentenceOf, whoIs, withWriting, type Colleagues } from '../order/history.ts';
import type { Sentence } from '../order/sentence.ts';
import { goodsHref } from '../products/addresses.ts';
import { measure } from '../products/measure.ts';
import { movementSentence } from '../products/ledger-words.ts';
import { roleName } from '../../sign-in/role-words.ts';
import { customerMembers } from './customer-members.ts';
import { goodsMembers } from './goods-members.ts';
import type { Line } from './lines.ts';
import { settingsMembers } from './settings-members.ts';

const nextWords = {
  order: m.settings_next_order,
  invoice: m.settings_next_invoice,
  creditNote: m.settings_next_credit_note,
};

/** Whom the words name. */
export interface People {
  /** Undefined for whoever is looking. */
  readonly colleague: Colleagues;
  /** Anybody who works or worked here, whoever is looking. */
  readonly named: (operatorId: string) => string;
}

type Moved = Exclude<StockFact, { type: 'StockPolicySet' | 'ReorderLevelSet' }>;
type Other = Exclude<Happened, OrderFact | Moved>;

const isMoved = (told: Happened): told is Moved => 'by' in told.data;

const moved = ({ type, data }: Moved, line: Line, who: string): Sentence => {
  const { orderId } = line.entry;
  const number = line.order?.number;
  const order =
    orderId === undefined ? {} : { order: { orderId, ...(number === undefined ? {} : { number }) } };
  const what = movementSentence({ type, ...data, ...order }, measure(line.goods?.unit ?? ''));
  return { text: m.activity_moved({ what, who }), detail: data.reason && asRead(data.reason) };
};

/** What an order's history says of it, with the names that the activity does not keep. */
const saidOf = (told: OrderFact, { entry, customer }: Line): SaidEntry => {
  if (told.type !== 'CustomerAssigned') return { ...entry, told };
  return { ...entry, told: { type: told.type, data: { name: customer ?? m.activity_a_customer() } } };
};

function otherwise(
  { type, data }: Other,
  who: string,
  { changed }: ActivityEntry,
  currency: string,
  { named }: People,
): Sentence {
  switch (type) {
    case 'StockPolicySet':
      return { text: m.activity_policy({ who }) };
    case 'ReorderLevelSet':
      return { text: m.activity_reorder_level({ who }) };
    case 'CustomerCreated':
      return { text: m.activity_customer_created({ who }), tone: 'good' };
    case 'CustomerChanged':
      return { text: m.activity_customer_changed({ who }), detail: customerMembers(data.changed) };
    case 'CustomerArchived':
      return { text: m.activity_customer_archived({ who }) };
    case 'CustomerRestored':
      return { text: m.activity_customer_restored({ who }) };
    case 'CustomerForgotten':
      return { text: m.activity_customer_forgotten({ who }), detail: data.reason, tone: 'wrong' };
    case 'ProductCreated':
      return { text: m.activity_product_created({ who }), tone: 'good' };
    case 'ProductChanged':
      return {
        text: m.activity_product_changed({ who }),
        detail: goodsMembers(changed, m.products_column_price(), currency),
      };
    case 'ProductArchived':
      return { text: m.activity_product_archived({ who }) };
    case 'ProductRestored':
      return { text: m.activity_product_restored({ who }) };
    case 'VariantAdded':
      return { text: m.activity_variant_added({ who, title: data.title }), tone: 'good' };
    case 'VariantChanged':
      return {
        text: m.activity_variant_changed({ who, title: data.title }),
        detail: goodsMembers(changed, m.products_variant_price(), currency),
      };
    case 'VariantArchived':
      return { text: m.activity_variant_archived({ who }) };
    case 'VariantRestored':
      return { text: m.activity_variant_restored({ who }) };
    case 'BookOpened':
      return { text: m.activity_book_opened({ who }), tone: 'good' };
    case 'BookSettingsChanged':
      return { text: m.activity_book_changed({ who }), detail: settingsMembers(changed) };
    case 'NumberingSet':
      return { text: m.activity_numbering_set({ who }), detail: nextWords[data.of]({ number: data.next }) };
    case 'OrderViewsArranged':
      return { text: m.activity_views_arranged({ who }) };
    case 'OperatorAdded':
    case 'OperatorChanged': {
      const words = type === 'OperatorAdded' ? m.activity_person_added : m.activity_person_changed;
      return { text: words({ who, name: named(data.operatorId), role: roleName(data.role) }) };
    }
    case 'OperatorRemoved':
      return { text: m.activity_person_removed({ who, name: named(data.operatorId) }), tone: 'attention' };
    case 'PinSet':
      return { text: m.activity_person_pin({ who, name: named(data.operatorId) }) };
    case 'SignInTurnedOff':
      return { text: m.activity_sign_in_off({ who }), tone: 'attention' };
    case 'ImportStarted':
      return {
        text: m.activity_import_started({ who, files: list(data.files.map(({ name }) => name)) }),
      };
    case 'ImportFinished':
      return { text: m.activity_import_finished({ who }), detail: counted(data.counts), tone: 'good' };
    case 'ImportUndone': {
      const kept = data.kept > 0 ? `\n${m.activity_import_kept({ kept: count(data.kept) })}` : '';
      return { text: m.activity_import_undone({ who }), detail: counted(data) + kept, tone: 'attention' };
    }
  }
}

const counted = (counts: {
  readonly orders: number;
  readonly customers: number;
  readonly products: number;
}) =>
  m.activity_import_counts({
    orders: count(counts.orders),
    customers: count(counts.customers),
    products: count(counts.products),
  });

const isOther = (told: Happened, { kind }: ActivityEntry): told is Other =>
  ['customers', 'products', 'settings', 'imports'].includes(kind) ||
  told.type === 'StockPolicySet' ||
  told.type === 'ReorderLevelSet';

/** A line in plain words. `before` is the line below it; amounts of an order that is gone are in `currency`. */
export function sentenceFor(
  line: Line,
  currency: string,
  people: People,
  before: Line | undefined,
): Sentence {
  const { entry } = line;
  const { told } = entry;
  const who = whoIs(entry.actor, people.colleague);
  if (isOther(told, entry))
    return withWriting(otherwise(told, who, entry, currency, people), entry, before?.entry);
  if (isMoved(told)) return withWriting(moved(told, line, who), entry, before?.entry);
  const said = sentenceOf(
    saidOf(told, line),
    line.order?.currency ?? currency,
    before?.entry,
    people.colleague,
  );
  if (told.type !== 'OrderSubmitted' || line.customer === undefined) return said;
  const buyer = m.activity_for({ name: line.customer });
  return { ...said, detail: said.detail === undefined ? buyer : `${buyer}\n${said.detail}` };
}

/** What it happened to, and where that is. */
export function placeOf({ entry, order, customer, goods }: Line): {
  readonly label: string;
  readonly href: string;
} {
  const { told, orderId, customerId, productId } = entry;
  if (productId !== undefined)
    return {
      label: goods?.name ?? m.activity_a_product(),
      href: goods ? goodsHref(goods) : `#/products/${productId}`,
    };
  if (orderId !== undefined)
    return {
      label: order ? (order.number ?? m.order_draft()) : m.activity_an_order(),
      href: `#/orders/${orderId}`,
    };
  if (customerId !== undefined)
    return { label: customer ?? m.activity_a_customer(), href: `#/customers/${customerId}` };
  if ('importId' in told.data) return { label: m.activity_import(), href: `#/import/${told.data.importId}` };
  if ('operatorId' in told.data) return { label: m.activity_people(), href: '#/settings?part=people' };
  return { label: m.activity_settings(), href: '#/settings' };
}
