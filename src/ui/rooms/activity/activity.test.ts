import { fc } from '../../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { memoryView } from '../../../../test/spec/memory-tables.ts';
import { ask } from '../../../../test/spec/projection.ts';
import { ADA, id, openStall } from '../../../../test/spec/stall.ts';
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

  it('names what of a customer was changed', async () => {
    const stall = await openStall();
    const changes = { taxNumber: 'DE 1', paymentDays: 30, email: '', address: { city: 'Lund' } };
    await stall.tell('ChangeCustomer', { customerId: ADA, ...changes });
    expect((await told(stall.events))[0]?.slice(1)).toEqual([
      'The import changed what is written of the customer',
      'E-mail, Address, Tax number, Days to pay',
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
