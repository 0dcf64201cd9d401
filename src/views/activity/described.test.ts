import { fc } from '../../../test/spec/fc.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryView } from '../../../test/spec/memory-tables.ts';
import { ask, project } from '../../../test/spec/projection.ts';
import { HONEY, id, openStall, type Stall } from '../../../test/spec/stall.ts';
import { trading, tradingHistory } from '../../../test/spec/trading.ts';
import type { EventEnvelope } from '../../kernel/index.ts';
import { activityView } from './projection.ts';
import { Activity } from './query.ts';

const LARGE = id(31);
const large = { productId: HONEY, variantId: LARGE };
let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});

/** What the newest things changed, the newest first. */
const changed = async (things = 1, events: readonly EventEnvelope[] = stall.events) => {
  const { rows } = await ask(Activity, project(activityView).after(events).tables, {});
  return rows.slice(0, things).map((row) => row.changed);
};

describe('what was changed', () => {
  it('of a product is told by its values, from what to what, and of what is long by name', async () => {
    await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 105_000 });
    await stall.tell('ChangeProduct', {
      ...{ productId: HONEY, unitPrice: 98_000, taxRate: 0, unit: 'kg', name: 'Heather honey', sku: '' },
      ...{ barcode: '96385074', description: 'From the hill', vendor: 'Bees & Co', tags: ['sweet'] },
    });
    await expect(changed(2)).resolves.toEqual([
      {
        values: {
          name: { from: 'Honey', to: 'Heather honey' },
          sku: { from: 'H-1' },
          barcode: { to: '96385074' },
          unit: { from: 'jar', to: 'kg' },
          unitPrice: { from: 105_000, to: 98_000 },
          taxRate: { from: 10_000, to: 0 },
        },
        others: ['description', 'vendor', 'tags'],
      },
      { values: { unitPrice: { from: 98_000, to: 105_000 } } },
    ]);
  });

  it('of a variant is its own: codes, price and what sets it apart', async () => {
    const [size, larger] = [[{ name: 'Size', value: 'L' }], [{ name: 'Size', value: 'XL' }]];
    await stall.tell('AddVariant', { ...large, options: size, sku: 'H-L' });
    await stall.tell('ChangeVariant', { ...large, unitPrice: 120_000 });
    await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 99_000 });
    await stall.tell('ChangeVariant', { ...large, options: larger, sku: 'H-XL' });
    await stall.tell('ChangeVariant', { ...large, unitPrice: 'none' });
    await expect(changed(5)).resolves.toEqual([
      { values: { unitPrice: { from: 120_000 } } },
      { values: { sku: { from: 'H-L', to: 'H-XL' }, options: { from: size, to: larger } } },
      { values: { unitPrice: { from: 98_000, to: 99_000 } } },
      { values: { unitPrice: { to: 120_000 } } },
      undefined,
    ]);
  });

  it('of the settings is told by name', async () => {
    const must = { name: 'Stall', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' };
    await stall.tell('OpenBook', { ...must, defaultTaxRate: 0, numberPrefix: 'A-', phone: '12' });
    await stall.tell('ChangeBookSettings', { taxMode: 'exclusive', phone: '', paymentDays: 14 });
    await expect(changed()).resolves.toEqual([{ others: ['taxMode', 'phone', 'paymentDays'] }]);
  });

  it('by an import is not told, and counts for what is changed after it', async () => {
    const byHand = stall.events.length;
    await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 100_000 });
    await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 110_000 });
    const events = stall.events.map((event, n) =>
      n === byHand ? { ...event, meta: { ...event.meta, commandId: 'import/products/1' } } : event,
    );
    await expect(changed(2, events)).resolves.toEqual([
      { values: { unitPrice: { from: 100_000, to: 110_000 } } },
      undefined,
    ]);
    const kept = project(activityView).after(events).row('described', HONEY)?.changes;
    expect(Object.keys(kept ?? {})).toEqual([String(byHand + 2)]);
  });

  it('is left open where nobody knows what was there before', async () => {
    await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 100_000 });
    const withoutBeginning = stall.events.filter(({ type }) => type !== 'ProductCreated');
    await expect(changed(1, withoutBeginning)).resolves.toEqual([undefined]);
  });

  it('is known of every change there is', async () => {
    await fc.assert(
      fc.asyncProperty(trading, async (deeds) => {
        const view = memoryView(activityView);
        view.apply(await tradingHistory(deeds));
        const { rows } = await ask(Activity, view.tables, { everything: true, limit: 500 });
        const changes = rows.filter(({ told: { type } }) =>
          ['ProductChanged', 'VariantChanged', 'BookSettingsChanged'].includes(type),
        );
        expect(
          changes.map((row) => row.changed ?? {}).filter((one) => Object.keys(one).length === 0),
        ).toEqual([]);
        const others = rows.filter((row) => !changes.includes(row));
        expect(others.filter((row) => row.changed)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
