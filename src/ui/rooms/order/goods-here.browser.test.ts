import { flushSync } from 'svelte';
import { beforeEach, expect, it } from 'vitest';
import { eventually } from '../../../../test/browser/eventually.ts';
import { SlowBook } from '../../../../test/browser/slow-book.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { toasts } from '../../parts/toasts.svelte.ts';
import { deedOf, type Deed } from './deeds.ts';
import GoodsDialog from './GoodsDialog.svelte';

/** Goods that are there when their return is noted are taken back with it. */

interface Sent {
  readonly type: string;
  readonly payload: { readonly lines: unknown; readonly returnId: string };
}

const order = {
  ...{ id: 'order', number: 'A-1001', allocation: 'whole', state: {}, balance: { balance: 900, net: 0 } },
  lines: [{ lineId: 'mug', name: 'Mug', unit: 'pcs', returnable: 2_000 }],
} as unknown as OrderPage;

const within = (selector: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(`[role=dialog] ${selector}`);
  if (!found) throw new Error(`${selector} is not in the form`);
  return found;
};

const press = (selector: string): void => {
  within(selector).click();
  flushSync();
};

const write = (selector: string, text: string): void => {
  const field = within(selector);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
};

/** The form with one mug in it, of a book that refuses commands of the type `refused`. */
const opened = async (refused?: string): Promise<readonly Sent[]> => {
  const sent: Sent[] = [];
  const book = new SlowBook();
  const dispatch = (type: string, payload: Sent['payload']) => {
    sent.push({ type, payload });
    return Promise.resolve(
      type === refused
        ? { status: 'rejected', rejection: { code: 'order-archived', message: 'Nothing moves there.' } }
        : { status: 'committed' },
    );
  };
  Object.assign(book.client, { dispatch });
  book.show(GoodsDialog, { order, deed: deedOf('RequestReturn') as Deed, open: true });
  await eventually(() => within('input'));
  write('input.num', '1');
  write('[maxlength="500"]', 'Cracked');
  return sent;
};

beforeEach(() => {
  for (const { id } of toasts.list) toasts.dismiss(id);
});

it('sends both, with where the goods go', async () => {
  const sent = await opened();
  press('[type=checkbox]');
  press('[value=damaged]');
  press('[type=submit]');
  await eventually(() => {
    expect(toasts.list.map(({ text }) => text)).toEqual(['Taken back']);
  });
  expect(sent.map(({ type }) => type)).toEqual(['RequestReturn', 'ReceiveReturn']);
  expect(sent[1]?.payload.returnId).toBe(sent[0]?.payload.returnId);
  expect(sent.map(({ payload }) => payload.lines)).toEqual([
    [{ lineId: 'mug', quantity: 1_000 }],
    [{ lineId: 'mug', quantity: 1_000, disposition: 'damaged' }],
  ]);
});

it('says that the return is noted when the goods can not be taken back', async () => {
  const sent = await opened('ReceiveReturn');
  press('[type=checkbox]');
  press('[type=submit]');
  await eventually(() => {
    expect(toasts.list.map(({ tone, text }) => [tone, text])).toEqual([
      ['wrong', expect.stringMatching(/^The return is noted\. As to taking it back: ./)],
    ]);
  });
  expect(sent.map(({ type }) => type)).toEqual(['RequestReturn', 'ReceiveReturn']);
});

it('takes nothing back when the return was refused', async () => {
  const sent = await opened('RequestReturn');
  press('[type=checkbox]');
  press('[type=submit]');
  await eventually(() => {
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('Nothing moves there.');
  });
  expect(sent.map(({ type }) => type)).toEqual(['RequestReturn']);
  expect(toasts.list).toEqual([]);
});
