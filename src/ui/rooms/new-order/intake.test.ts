import { describe, expect, it } from 'vitest';
import type { Client } from '../../../client/index.ts';
import { ProductDetails, ProductsByCode } from '../../../views/products/query.ts';
import type { DraftEditor } from './editor.svelte.ts';
import { Intake } from './intake.svelte.ts';

const mug = {
  ...{ productId: 'mug', name: 'Mug', unit: 'pcs', barcode: '4006381333931', currency: 'EUR' },
  ...{ unitPrice: 120_000, taxRate: 19_000, sellBeyondStock: false, archived: false, variants: [] },
};

/** A book that knows one mug, and does not answer while `gone` says so. */
const shop = (gone: () => boolean) => {
  const added: string[] = [];
  const client = {
    query: (query: unknown) => {
      if (gone()) return Promise.reject(new Error('no answer'));
      const answer = query === ProductsByCode ? [{ productId: 'mug', name: 'Mug', archived: false }] : mug;
      expect([ProductsByCode, ProductDetails]).toContain(query);
      return Promise.resolve({ answer, position: 1, stale: false });
    },
  } as unknown as Pick<Client, 'query'>;
  const editor = {
    typed: { lines: [] as unknown[] },
    addProduct: ({ name }: { name: string }) => {
      added.push(name);
      editor.typed.lines = [{ productId: 'mug', quantity: added.length * 1_000 }];
    },
  };
  return { intake: new Intake(client, editor as unknown as DraftEditor), added, editor };
};

describe('a code that could not be looked up', () => {
  it('is said, and the next one is taken all the same', async () => {
    let isGone = true;
    const { intake, added } = shop(() => isGone);
    await intake.scanned('4006381333931');
    expect(intake.open).toEqual({ why: 'failed', code: '4006381333931' });
    isGone = false;
    await intake.scanned('4006381333931');
    expect(added).toEqual(['Mug']);
    expect(intake.open).toBeUndefined();
  });
});

describe('what is said of the order', () => {
  it('is said no longer once somebody typed another quantity', async () => {
    const { intake, editor } = shop(() => false);
    await intake.scanned('4006381333931');
    expect(intake.said).toContain('Mug');
    editor.typed.lines = [{ productId: 'mug', quantity: 2_000 }];
    expect(intake.said).toBe('');
  });
});
