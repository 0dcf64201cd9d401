import type { Page } from '@playwright/test';
import { SCRIPTS } from './inert.ts';
import { give, idOf, openOwnBook } from './own-book.ts';

const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
/** As long as a name may be, with a dot that comes last whichever way the page is read. */
const LONG =
  `${UNBROKEN} & Sons, purveyors of whatever was ever asked for on a market, ${UNBROKEN}`.slice(0, 194) +
  ' Ltd.';
const ARABIC = 'شركة النخيل الذهبية لتجارة التمور والعسل الطبيعي ومنتجات المزارع الجبلية المحدودة';
const EMOJI = '👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 Jam 🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓🍓';

/** Whoever writes into this book is called by a script, and signs in. */
const openAsAScript = async (page: Page, settings: object, language: string): Promise<void> => {
  await openOwnBook(page, [], { ...settings });
  await page.evaluate((one) => {
    localStorage.setItem('counterfoil.language', one);
  }, language);
  await page.reload();
  const [operatorId, pin] = [idOf(SCRIPTS.image), '2468'];
  await give(page, 'AddOperator', { operatorId, name: SCRIPTS.image, role: 'owner' });
  await page.evaluate(
    async ([id, digits]) => {
      await window.counterfoil.setPin(id, digits);
      await window.counterfoil.signIn(id, digits);
    },
    [operatorId, pin] as const,
  );
};

/**
 * A book as no seller keeps it and some seller will: what is too long, too much, the other way round, not there, or
 * written to be run by whatever shows it (promises.md, row 40).
 */
export const openStressBook = async (page: Page, language: string): Promise<void> => {
  const seller = {
    name: LONG,
    numberPrefix: 'ORDER-2026-',
    sellerName: LONG,
    email: `${UNBROKEN}@example.org`,
  };
  const written = { address: { street: SCRIPTS.tag }, web: SCRIPTS.link, taxNumber: SCRIPTS.cell };
  const paper = { bankDetails: SCRIPTS.image, paymentTerms: SCRIPTS.tag };
  await openAsAScript(page, { ...seller, ...written, ...paper, defaultTaxRate: 19_000 }, language);
  const product = (name: string, more: object) =>
    give(page, 'CreateProduct', { productId: idOf(name), name, unit: 'pcs', taxRate: 19_000, ...more });
  await product(LONG, {
    ...{ sku: UNBROKEN.slice(0, 80), barcode: '9'.repeat(80), unit: 'Laufmeterbündelpaketeinheit' },
    ...{ unitPrice: 99_999_999_999, description: LONG, vendor: LONG },
    ...{ tags: [UNBROKEN.slice(0, 60), 'short', ARABIC.slice(0, 60)] },
  });
  await product(ARABIC, { unitPrice: 1, unit: 'كيلوغرام' });
  await product(EMOJI, { unitPrice: 0, description: SCRIPTS.tag, vendor: SCRIPTS.link, sku: SCRIPTS.cell });
  await product(SCRIPTS.image, { unitPrice: 12_345, tags: [SCRIPTS.tag] });
  for (const [index, value] of [UNBROKEN, ARABIC, SCRIPTS.tag].entries())
    await give(page, 'AddVariant', {
      ...{ productId: idOf(SCRIPTS.image), variantId: idOf(`variant/${String(index)}`) },
      options: [{ name: UNBROKEN.slice(0, 60), value: value.slice(0, 120) }],
    });
  await give(page, 'ReceiveStock', { productId: idOf(LONG), quantity: 999_999_999_999, note: LONG });
  await give(page, 'AdjustStock', { productId: idOf(ARABIC), delta: -987_654_321_000, reason: ARABIC });

  const customer = (key: string, more: object) =>
    give(page, 'CreateCustomer', { customerId: idOf(key), ...more });
  const address = { street: LONG, city: UNBROKEN, region: UNBROKEN, postcode: '9'.repeat(30) };
  await customer('long', {
    ...{ name: LONG, company: LONG, email: `${UNBROKEN}@${UNBROKEN}.example` },
    ...{ phone: '+'.padEnd(60, '0'), address: { ...address, country: UNBROKEN }, note: LONG },
  });
  await customer('arabic', { name: ARABIC, company: ARABIC, phone: '+20 2 1234 5678' });
  await customer('bare', { name: EMOJI });
  await customer('script', {
    ...{ name: SCRIPTS.tag, company: SCRIPTS.image, email: SCRIPTS.link, phone: SCRIPTS.cell },
    ...{ address: { street: SCRIPTS.tag, city: SCRIPTS.image }, note: SCRIPTS.tag },
  });

  const order = async (key: string, lines: readonly (readonly [string, number])[], who?: string) => {
    await give(page, 'CreateDraft', {
      orderId: idOf(key),
      ...(who !== undefined && { customerId: idOf(who) }),
      lines: lines.map(([name, quantity], index) => ({
        ...{ lineId: idOf(`${key}/${String(index)}`), productId: idOf(name), quantity },
        ...(name === SCRIPTS.image && { variantId: idOf('variant/0') }),
      })),
    });
  };
  const place = (key: string) => give(page, 'SubmitOrder', { orderId: idOf(key), override: LONG });
  await order(
    'huge',
    [
      [LONG, 8_000_000_000],
      [ARABIC, 1_234_567],
      [EMOJI, 3_000],
      [SCRIPTS.image, 1_000],
    ],
    'long',
  );
  await give(page, 'SetDates', { orderId: idOf('huge'), promisedOn: '2026-01-01', dueOn: '2026-01-31' });
  await place('huge');
  const orderId = idOf('huge');
  for (const tag of [UNBROKEN.slice(0, 40), ARABIC.slice(0, 40), '🍓'.repeat(20), 'short'])
    await give(page, 'Tag', { orderId, tag });
  await give(page, 'AddNote', { orderId, text: `${LONG}\n${ARABIC}\n${UNBROKEN.repeat(4)}` });
  await give(page, 'RecordPayment', {
    ...{ orderId, paymentId: idOf('payment'), method: 'transfer', amount: 12_345_678_901 },
    reference: UNBROKEN.repeat(2).slice(0, 120),
  });
  await give(page, 'IssueInvoice', { orderId, invoiceId: idOf('invoice') });
  await give(page, 'HoldOrder', { orderId, reason: LONG + LONG });
  await order(
    'arabic order',
    [
      [ARABIC, 2_000],
      [SCRIPTS.image, 5_000],
    ],
    'arabic',
  );
  await place('arabic order');
  await give(page, 'CancelOrder', { orderId: idOf('arabic order'), reason: ARABIC });
  await order('nobody', [[EMOJI, 1_000]]);
  await place('nobody');
  await give(page, 'ShipItems', {
    ...{ orderId: idOf('nobody'), fulfilmentId: idOf('parcel') },
    ...{ carrier: UNBROKEN.slice(0, 80), tracking: '9'.repeat(100) },
  });
  await order(
    'script',
    [
      [EMOJI, 1_000],
      [SCRIPTS.image, 1_000],
    ],
    'script',
  );
  await place('script');
  await give(page, 'Tag', { orderId: idOf('script'), tag: SCRIPTS.tag });
  await give(page, 'AddNote', { orderId: idOf('script'), text: SCRIPTS.image });
  await give(page, 'ShipItems', {
    ...{ orderId: idOf('script'), fulfilmentId: idOf('script parcel') },
    ...{ carrier: SCRIPTS.image, tracking: SCRIPTS.link },
  });
  await give(page, 'ArrangeOrderViews', {
    views: [{ viewId: 'script', name: SCRIPTS.tag, look: 'tab=to-ship' }],
  });
  await order(
    'draft',
    [
      [LONG, 1_000],
      [SCRIPTS.image, 9_999_999_000],
    ],
    'bare',
  );
  await order('empty draft', []);
};

const sheet = (room: string, key: string): string => `/${room}/${idOf(key)}`;

/** Every room and sheet of that book. */
export const stressedRooms = (): readonly string[] => [
  ...['/today', '/orders', '/orders?tab=to-ship', sheet('orders', 'huge'), sheet('orders', 'arabic order')],
  ...[sheet('orders', 'nobody'), sheet('orders', 'script'), sheet('orders', 'draft'), '/orders/new'],
  ...[sheet('orders', 'empty draft'), '/customers', sheet('customers', 'long'), sheet('customers', 'arabic')],
  ...[sheet('customers', 'bare'), sheet('customers', 'script'), '/products', sheet('products', LONG)],
  ...[sheet('products', ARABIC), sheet('products', EMOJI), sheet('products', SCRIPTS.image)],
  ...[`${sheet('products', SCRIPTS.image)}?variant=${idOf('variant/0')}`, '/products?shelf=oversold'],
  ...['/products/count', '/products/delivery', '/products/prices'],
  ...['/reports', '/activity', '/import', '/settings', '/nowhere'],
  ...['', '/log', '/causes', '/lists', '/work', '/refused', '/measurements', '/done', '/space'].map(
    (part) => `/engine${part}`,
  ),
  ...[`/print/invoice/${idOf('huge')}/${idOf('invoice')}`, `/print/receipt/${idOf('script')}`],
  ...[`/print/packing-slip/${idOf('huge')}`, '/print/pick-list', `/print/statement/${idOf('script')}`],
];
