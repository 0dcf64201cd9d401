import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Dialog from './Dialog.svelte';
import NumberInput from './NumberInput.svelte';

const field = (): HTMLInputElement => document.querySelector('input') ?? expect.fail('no field');
const type = (text: string): void => {
  field().value = text;
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
};

let taken: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const take of taken) await take();
  taken = [];
});

/** A dialog with a tax rate in it that need not be said. */
const asking = (): { saved: ReturnType<typeof vi.fn>; press: () => void } => {
  const saved = vi.fn();
  const props = { kind: 'percent', label: 'Tax', value: 19_000 } as const;
  const children = createRawSnippet(() => ({
    render: () => '<div></div>',
    setup: (target) => {
      const input = mount(NumberInput, { target, props });
      taken.push(() => unmount(input));
    },
  }));
  const dialog = mount(Dialog, {
    target: document.body,
    props: { open: true, title: 'A product', children, onsubmit: saved },
  });
  taken.push(() => unmount(dialog));
  flushSync();
  const press = (): void => {
    document.querySelector('form')?.requestSubmit();
    flushSync();
  };
  return { saved, press };
};

it('saves nothing while a number that can not be read stands in a form, says why and goes there', async () => {
  const { saved, press } = asking();
  await vi.waitFor(() => field());
  type('seven');
  press();
  expect(saved).not.toHaveBeenCalled();
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field());
});

it('saves what is put right, and what is left empty', async () => {
  const { saved, press } = asking();
  await vi.waitFor(() => field());
  type('seven');
  type('7 %');
  press();
  type('');
  press();
  expect(saved).toHaveBeenCalledTimes(2);
});
