import { describe, expect, it } from 'vitest';
import type { Client, OutletStatus } from '../../../client/index.ts';
import { TYPES } from './outlet-words.ts';
import { OutletForm, OutletList } from './outlets.svelte.ts';

const till: OutletStatus = {
  ...{ id: 'till', kind: 'webhook', url: 'https://till.example/in', personal: false, on: false },
  ...{ types: ['order.paid'], cursor: { position: 0, attempts: 0 }, deadLetters: [] },
} as unknown as OutletStatus;

describe('an address to which messages go', () => {
  it('that is switched off stays off when it is changed', () => {
    const form = new OutletForm('till', till);
    form.url = 'https://till.example/orders';
    expect(form.change).toMatchObject({ on: false, url: 'https://till.example/orders' });
  });

  it('is on when it is new, and is sent everything', () => {
    expect(new OutletForm('till').change).toMatchObject({ on: true, types: [] });
  });

  it('needs something that is sent: nothing chosen is not everything', () => {
    const form = new OutletForm('till', till);
    expect(form.isEmpty).toBe(false);
    for (const type of TYPES) form.chosen[type] = false;
    expect(form.isEmpty).toBe(true);
  });
});

describe('a book that gives no answer', () => {
  it('is told of, and the deed does not count as done', async () => {
    const no = (): Promise<never> => Promise.reject(new Error('no answer'));
    const outlets = { list: no, save: no, remove: no, hurry: no, settle: no };
    const list = new OutletList({ outlets } as unknown as Client);
    expect(await list.turn('tabs', true)).toBe(false);
    expect(list.problem).toMatch(/gave no answer/);
    expect(await list.remove('till')).toBe(false);
  });
});
