import { expect, it } from 'vitest';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import type { ActivityEntry, Happened } from '../../views/activity/index.ts';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { FillSampleBook } from '../sample-book/index.ts';
import { changesOf } from './changes.ts';
import { ExportList } from './index.ts';

const EUR = CurrencyCode.parse('EUR');

it('stands in the table of what happened, from what to what', async () => {
  const book = new MemoryBook({ commands, permits });
  await runJob(FillSampleBook, {}, book, { startedAt: '2026-11-20T10:42:00.000Z' });
  const created = book.ofType('ProductCreated')[0]?.data as { productId: string; unitPrice: number };
  const payload = { productId: created.productId, unitPrice: 125_000, description: 'Of clay' };
  await book.dispatch([{ commandId: 'change', type: 'ChangeProduct', payload }]);
  const { written } = await runJob(ExportList, { list: 'activity', format: 'json' }, book);
  const rows = JSON.parse(written) as Record<string, string>[];
  expect(rows.find(({ What }) => What === 'Product changed')).toMatchObject({
    Changed: `Price: ${(created.unitPrice / 10_000).toFixed(2)} → 12.50; Description`,
  });
  expect(rows.find(({ What }) => What === 'Payment recorded')).toHaveProperty('Changed', '');
});

const changed = (told: Happened, more: Partial<ActivityEntry> = {}): string =>
  changesOf({ told, ...more } as ActivityEntry, EUR);

it('tells what came, what went, and what is long by name', () => {
  const variant = { type: 'VariantChanged', data: { variantId: 'v', title: 'M' } } as unknown as Happened;
  const values = {
    ...{ sku: { to: 'T-M' }, barcode: { from: '96385074' }, taxRate: { from: 19_000, to: 7_000 } },
    options: { from: [{ name: 'Size', value: 'M' }], to: [{ name: 'Size', value: 'L' }] },
  };
  expect(changed(variant, { changed: { values } as never })).toBe(
    'Options: Size M → Size L; Tax %: 19 → 7; SKU: → T-M; Barcode: 96385074 →',
  );
  const settings = { type: 'BookSettingsChanged', data: {} } as Happened;
  expect(changed(settings, { changed: { others: ['paymentDays', 'cashStep'] } })).toBe(
    'Payment days; Cash step',
  );
  expect(changed({ type: 'CustomerChanged', data: { changed: ['name', 'paymentDays'] } })).toBe(
    'Name; Days to pay',
  );
});

it('tells the lines of a revised order, and what it comes to', () => {
  const lines = [{ name: 'Mug', unit: 'pcs', before: 2_000, after: 1_500 }];
  const data = { revision: 2, reason: 'Broke', total: { before: 2_380, after: 1_785 }, lines };
  expect(changed({ type: 'OrderRevised', data })).toBe('Mug: 2 → 1.5; Total: 23.80 → 17.85');
});
