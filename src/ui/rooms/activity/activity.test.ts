import { fc } from '../../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../../test/spec/memory-tables.ts';
import { ask } from '../../../../test/spec/projection.ts';
import { ADA, draftFor, HONEY, id, openStall } from '../../../../test/spec/stall.ts';
import { trading, tradingHistory } from '../../../../test/spec/trading.ts';
import { ProductId } from '../../../domain/ids.ts';
import type { EventEnvelope } from '../../../kernel/index.ts';
import { activityView } from '../../../views/activity/projection.ts';
import { Activity } from '../../../views/activity/query.ts';
import { addressOf, askedBy, lookFrom, type Look } from './filters.ts';
import type { Line } from './lines.ts';
import { placeOf, sentenceFor, type People } from './telling.ts';

const people: People = {
  colleague: (actor) => (actor === 'job' ? undefined : 'Zoe'),
  named: () => 'Max',
};

const linesOf = async (events: readonly EventEnvelope[]): Promise<readonly Line[]> => {
  const view = memoryView(activityView);
  view.apply(events);
  const { rows } = await ask(Activity, view.tables, { everything: true, limit: 500 });
  return rows.map((entry) => ({
    entry,
    order: { number: 'A-1001', currency: 'EUR' },
    customer: 'Ada',
    goods: { name: 'Honey', unit: 'jar', productId: ProductId.parse(id(1)) },
  }));
};

const told = async (events: readonly EventEnvelope[]): Promise<readonly (readonly string[])[]> =>
  (await linesOf(events)).map((line, n, all) => {
    const { text, detail } = sentenceFor(line, 'EUR', people, all[n + 1]);
    return [placeOf(line).label, text, ...(detail === undefined ? [] : [detail])];
  });

describe('a line of the activity', () => {
  it('is a sentence, and leads somewhere, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(trading, async (deeds) => {
        const lines = await linesOf(await tradingHistory(deeds));
        for (const [n, line] of lines.entries()) {
          const { text, detail = '' } = sentenceFor(line, 'EUR', people, lines[n + 1]);
          expect(text).toMatch(/\w.* .*\w/);
          expect(`${text} ${detail}`).not.toMatch(/undefined|NaN|\{|StockR/);
          expect(placeOf(line)).toMatchObject({
            label: expect.stringMatching(/\w/) as string,
            href: expect.stringMatching(/^#\/(orders|products|customers|settings)/) as string,
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says whether a note is for the customer, and not what it says', async () => {
    const stall = await openStall();
    await stall.tell('CreateDraft', draftFor(id(21)));
    await stall.tell('AddNote', { orderId: id(21), text: 'Rings twice' });
    await stall.tell('AddNote', { orderId: id(21), text: 'Best before May', forCustomer: true });
    const [forCustomer, internal] = await told(stall.events);
    expect([forCustomer, internal]).toEqual([
      ['A-1001', expect.stringMatching(/wrote a note for the customer$/)],
      ['A-1001', expect.stringMatching(/wrote a note$/)],
    ]);
  });

  it('names what of a customer was changed', async () => {
    const stall = await openStall();
    const changes = { taxNumber: 'DE 1', paymentDays: 30, email: '', address: { city: 'Lund' } };
    await stall.tell('ChangeCustomer', { customerId: ADA, ...changes });
    expect((await told(stall.events))[0]?.slice(1)).toEqual([
      'The import changed what is written of the customer',
      'E-mail, Address, Tax number, Days to pay',
    ]);
  });

  it('names what of a product was changed, from what to what', async () => {
    const stall = await openStall();
    await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 105_000 });
    await stall.tell('ChangeProduct', {
      ...{ productId: HONEY, name: 'Heather honey', unit: 'pcs', taxRate: 0, sku: '', barcode: '96385074' },
      ...{ vendor: 'Bees & Co', tags: ['sweet'], images: [{ url: 'https://example.org/a.png' }] },
    });
    const lines = await told(stall.events);
    expect(lines.slice(0, 2).map(([, ...said]) => said)).toEqual([
      [
        'The import changed the product',
        [
          ...['Name: Honey → Heather honey', 'Tax: 10% → 0%', 'Unit: jar → Pieces', 'SKU removed: H-1'],
          ...['Barcode added: 96385074', 'Vendor, Tags, Pictures'],
        ].join('\n'),
      ],
      ['The import changed the product', 'Price: €9.80 → €10.50'],
    ]);
  });

  it('names what of a variant was changed', async () => {
    const stall = await openStall();
    const large = { productId: HONEY, variantId: id(31) };
    const options = (name: string, value: string) => ({ options: [{ name, value }] });
    await stall.tell('AddVariant', { ...large, ...options('Size', 'L') });
    await stall.tell('ChangeVariant', { ...large, unitPrice: 120_000 });
    await stall.tell('ChangeVariant', { ...large, ...options('Size', 'XL'), unitPrice: 'none' });
    await stall.tell('ChangeVariant', { ...large, ...options('Jar', 'XL') });
    const lines = await told(stall.events);
    expect(lines.slice(0, 3).map(([, ...said]) => said)).toEqual([
      ['The import changed XL', 'What sets it apart: Size: XL → Jar: XL'],
      ['The import changed XL', 'Size: L → XL\nOwn price removed: €12.00'],
      ['The import changed L', 'Own price added: €12.00'],
    ]);
  });

  it('names the settings that were changed', async () => {
    const stall = await openStall();
    const must = { name: 'Stall', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' };
    await stall.tell('OpenBook', { ...must, defaultTaxRate: 0, numberPrefix: 'A-' });
    await stall.tell('ChangeBookSettings', { taxMode: 'exclusive', numberPrefix: 'B-', paymentDays: 14 });
    expect((await told(stall.events))[0]?.slice(1)).toEqual([
      'The import changed the settings',
      'Tax in prices, Prefix of order numbers, Days to pay',
    ]);
  });

  it('says who came and went, and what an import brought', async () => {
    const stall = await openStall();
    const [zoe, max, importId] = [id(61), id(62), id(63)];
    await stall.tell('AddOperator', { operatorId: zoe, name: 'Zoe', role: 'owner' });
    await stall.tell('AddOperator', { operatorId: max, name: 'Max', role: 'clerk' });
    await stall.tell('RemoveOperator', { operatorId: max });
    await stall.tell('StartImport', { importId, files: [{ name: 'shop.csv', kind: 'orders', rows: 2 }] });
    const counts = { customers: 1, products: 3, orders: 1_200, lines: 4 };
    await stall.tell('FinishImport', { importId, counts });
    await stall.tell('NoteImportUndone', { importId, customers: 1, products: 2, orders: 1_200, kept: 1 });
    expect((await told(stall.events)).slice(0, 5)).toEqual([
      [
        'Import',
        'The import took the import back',
        'Orders 1,200, customers 1, products 2\nKept, because somebody had worked on it: 1',
      ],
      ['Import', 'The import brought an import in', 'Orders 1,200, customers 1, products 3'],
      ['Import', 'The import began to import shop.csv'],
      ['People', 'The import removed Max'],
      ['People', 'The import added Max as Clerk'],
    ]);
  });
});

describe('the address of the activity', () => {
  it('says all of how it is looked at', () => {
    const look: Look = {
      ...{ kind: 'money', who: 'process:stock-allocation', order: id(1), customer: id(2), product: id(3) },
      ...{ from: '2026-11-01', to: '2026-11-30', steps: 'all' },
    };
    const [, query] = addressOf(look).split('?');
    expect(lookFrom(query)).toEqual(look);
    expect(addressOf({})).toBe('/activity');
  });

  it('leaves out what it does not understand', () => {
    const look = lookFrom('kind=gossip&order=x&from=yesterday&to=2026-13-31&steps=some');
    expect(Object.values(look).filter((value) => value !== undefined)).toEqual([]);
  });

  it('asks for everything that the book does by itself, which is nothing but small steps', () => {
    expect(askedBy({ who: 'process:stock-allocation' })).toMatchObject({ everything: true });
    expect(askedBy({ who: 'owner' })).toMatchObject({ everything: false });
  });
});
