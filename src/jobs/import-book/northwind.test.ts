import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { ask, project } from '../../../test/spec/projection.ts';
import { sharedData } from '../../../test/shared-data.ts';
import { Sales } from '../../views/sales/index.ts';
import { salesView } from '../../views/sales/projection.ts';
import { ImportBook } from './index.ts';

const read = (name: string): string =>
  sharedData === undefined ? '' : readFileSync(join(sharedData, 'northwind', `${name}.csv`), 'utf8');
const files = { c: read('customers'), p: read('products'), o: read('orders') };
const names = [
  { fileId: 'o', name: 'a.csv' },
  { fileId: 'p', name: 'b.csv' },
  { fileId: 'c', name: 'c.csv' },
];
const emptyBook = () => new MemoryBook({ commands, permits });
const run = (book: MemoryBook, mode: 'check' | 'import', given = names, options = {}) =>
  runJob(ImportBook, { files: given, mode }, book, { files, ...options });

const wholeBook = { customers: 91, products: 77, orders: 830, lines: 2155, alreadyThere: 0, refused: 0 };
const worth = { gross: 135_445_859, net: 126_579_329 };

interface Submitted {
  readonly totals: { readonly subtotal: number; readonly total: number; readonly shippingTotal: number };
  readonly source: { readonly reference: string };
  readonly promisedOn: string;
}

describe.skipIf(sharedData === undefined)(
  'importing Northwind (needs northwind/*.csv beside the project)',
  () => {
    it('brings the whole book, to the cent', async () => {
      const book = emptyBook();
      const { report } = await run(book, 'import');

      expect(report).toEqual({
        mode: 'import',
        files: [
          { name: 'a.csv', kind: 'orders', rows: 2155, unread: ['EmployeeID', 'ShipVia'] },
          {
            name: 'b.csv',
            kind: 'products',
            rows: 77,
            unread: ['SupplierID', 'CategoryID', 'UnitsOnOrder', 'Discontinued'],
          },
          { name: 'c.csv', kind: 'customers', rows: 91 },
        ],
        counts: wholeBook,
        money: worth,
        problems: { total: 0, listed: [] },
      });

      const orders = book
        .ofType('OrderSubmitted')
        .map(({ data, meta }) => ({ ...(data as Submitted), meta }));
      const sum = (amount: (order: Submitted) => number) =>
        orders.reduce((total, order) => total + amount(order), 0);
      expect(orders).toHaveLength(830);
      expect(sum(({ totals }) => totals.subtotal)).toBe(worth.gross);
      expect(sum(({ totals }) => totals.total - totals.shippingTotal)).toBe(worth.net);
      // The file's own sum: each order's freight once.
      expect(sum(({ totals }) => totals.shippingTotal)).toBe(6_494_269);
      expect(book.ofType('ItemsShipped')).toHaveLength(809);
      expect(orders[0]).toMatchObject({
        source: { system: 'Northwind', reference: '10248' },
        promisedOn: '1996-08-01',
        shipTo: {
          name: 'Vins et alcools Chevalier',
          address: { street: "59 rue de l'Abbaye", city: 'Reims' },
        },
        stock: 'settled',
        meta: { occurredAt: '1996-07-04T12:00:00.000Z', commandId: 'import/northwind/order/10248' },
      });
      expect(book.ofType('ItemsShipped')[0]?.meta.occurredAt).toBe('1996-07-16T12:00:00.000Z');
      const stocked = book.ofType('StockReceived').map(({ data }) => (data as { quantity: number }).quantity);
      expect(stocked.reduce((a, b) => a + b, 0)).toBe(3_119_000);
      const levels = book.ofType('ReorderLevelSet').map(({ data }) => (data as { level: number }).level);
      expect([levels.length, levels.reduce((a, b) => a + b, 0)]).toEqual([53, 960_000]);
    });

    it('sells in the reports what the file comes to: goods less line discounts, and freight', async () => {
      const book = emptyBook();
      await run(book, 'import');
      const { tables } = project(salesView).after(book.events);
      const asked = { currency: 'EUR', from: '1996-01-01T00:00:00.000Z', ends: ['1999-01-01T00:00:00.000Z'] };
      const { sums, products } = await ask(Sales, tables, asked);
      expect(sums.orders).toBe(830);
      expect(products.reduce((sum, { gross }) => sum + gross, 0)).toBe(worth.net);
      expect(sums.net + sums.tax).toBe(worth.net + 6_494_269);
    });

    it('adds nothing the second time, and says so', async () => {
      const book = emptyBook();
      await run(book, 'import');
      const before = book.events.length;
      const { report } = await run(book, 'import');
      expect(book.events).toHaveLength(before);
      expect(report.counts).toEqual({
        customers: 0,
        products: 0,
        orders: 0,
        lines: 0,
        alreadyThere: 998,
        refused: 0,
      });
      expect(report.problems.total).toBe(0);
    });

    it('adds nothing to a book that imported it before reorder levels were read, and finds no fault', async () => {
      const book = emptyBook();
      const lines = files.p.trim().split(/\r?\n/);
      const before = lines.map((line) => line.split(',').toSpliced(-2, 1).join(',')).join('\n');
      await run(book, 'import', names, { files: { ...files, p: before } });
      expect(book.ofType('ReorderLevelSet')).toEqual([]);
      for (const mode of ['check', 'import'] as const) {
        const { length } = book.events;
        const { report } = await run(book, mode);
        expect(book.events).toHaveLength(length);
        expect(report.counts).toMatchObject({ alreadyThere: 998, refused: 0 });
        expect(report.problems.total).toBe(0);
      }
    });

    it('says in a check what an import would bring, and writes nothing', async () => {
      const book = emptyBook();
      const { report } = await run(book, 'check');
      expect(book.events).toEqual([]);
      expect(report).toMatchObject({ mode: 'check', counts: wholeBook, money: worth });
    });

    it('takes one file at a time, even orders before those they refer to', async () => {
      const book = emptyBook();
      const early = await run(book, 'import', names.slice(0, 1));
      expect(early.report.counts).toMatchObject({ orders: 0, refused: 830 });
      expect(early.report.problems.total).toBeGreaterThanOrEqual(830);
      expect(early.report.problems.listed).toHaveLength(500);
      await run(book, 'import', names.slice(2));
      await run(book, 'import', names.slice(1, 2));
      const late = await run(book, 'import', names.slice(0, 1));
      expect(late.report.counts).toEqual({ ...wholeBook, customers: 0, products: 0 });
      const again = await run(book, 'import', names.slice(0, 1));
      expect(again.report.counts).toMatchObject({ orders: 0, alreadyThere: 830, refused: 0 });
    });

    it.each(['import', 'check'] as const)('comes to the same %s wherever it is cut off', async (mode) => {
      const whole = emptyBook();
      const jobId = '0193500b-0000-7000-8000-000000000001';
      const { report, chunks } = await run(whole, mode, names, { jobId });
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.nat(chunks + 8), { maxLength: 4 }),
          fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
          async (chunksCut, dispatchesCut) => {
            const book = emptyBook();
            const cut = await run(book, mode, names, {
              jobId,
              diesBefore: (chunk: number) => chunksCut.includes(chunk),
              diesAfterDispatch: (dispatch: number) => dispatchesCut.includes(dispatch),
            });
            expect(cut.report).toEqual(report);
            expect(book.events).toEqual(whole.events);
          },
        ),
        { numRuns: 5 },
      );
    });
  },
);
