import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import Combobox from './Combobox.svelte';
import type { PickerOption } from './combobox.svelte.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const field = (): HTMLInputElement => {
  const input = document.createElement('input');
  document.body.append(input);
  return input;
};

/** A picker whose next answer is given by hand; what is picked sends the cursor a moment later into a field of its own. */
const shop = () => {
  const quantity = document.createElement('input');
  let answer: (found: readonly PickerOption[]) => void = () => undefined;
  const created = vi.fn();
  const picker = mount(Combobox, {
    target: document.body,
    props: {
      label: 'Product',
      clearAfterPick: true,
      search: () => new Promise<readonly PickerOption[]>((resolve) => (answer = resolve)),
      onpick: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        quantity.focus();
        quantity.select();
      },
      oncreate: created,
    },
  });
  flushSync();
  let isThere = true;
  const leave = async (): Promise<void> => {
    if (isThere) await unmount(picker);
    isThere = false;
  };
  onTestFinished(leave);
  const product = document.querySelector<HTMLInputElement>('input[role=combobox]') ?? expect.fail();
  quantity.value = '1';
  document.body.append(quantity);
  const next = field();
  product.focus();
  return {
    product,
    quantity,
    next,
    created,
    leave,
    answer: (found: readonly PickerOption[]) => {
      answer(found);
    },
  };
};

const MUG = { id: 'mug', label: 'Mug' };

it('gives what is typed behind Enter to the field that the cursor is sent to', async () => {
  const { product, quantity, next, answer } = shop();
  await userEvent.keyboard('mug{Enter}7{Backspace}12{Tab}5');
  expect([product.value, quantity.value, next.value]).toEqual(['mug', '1', '']);
  answer([MUG]);
  await vi.waitFor(() => expect(next.value).toBe('5'));
  expect([product.value, quantity.value, document.activeElement]).toEqual(['', '12', next]);
  await userEvent.keyboard('6');
  expect(next.value).toBe('56');
});

it('takes out again what comes without a key, for the field that it is meant for', async () => {
  const { product, quantity, answer } = shop();
  await userEvent.keyboard('mug{Enter}');
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as a keyboard on the screen writes
  document.execCommand('insertText', false, '1');
  await userEvent.keyboard('2');
  expect(product.value).toBe('mug');
  answer([MUG]);
  await vi.waitFor(() => {
    expect(quantity.value).toBe('12');
  });
});

it('lets go of the keys when it goes', async () => {
  const { next, leave } = shop();
  await userEvent.keyboard('mug{Enter}3');
  await leave();
  next.focus();
  await userEvent.keyboard('4');
  expect(next.value).toBe('4');
});

it('forgets what was typed before Escape', async () => {
  const { product, quantity, created, answer } = shop();
  await userEvent.keyboard('mug{Enter}3{Escape}');
  answer([MUG]);
  await userEvent.keyboard('s');
  await vi.waitFor(() => expect(product.value).toBe('mugs'));
  expect([quantity.value, created.mock.calls]).toEqual(['1', []]);
});

it('gives a shortcut to the page after what was typed before it', async () => {
  const { quantity, answer } = shop();
  const seen: string[] = [];
  const hear = ({ key, ctrlKey }: KeyboardEvent): void => {
    if (key === 'Enter' && ctrlKey) seen.push(quantity.value);
  };
  window.addEventListener('keydown', hear);
  onTestFinished(() => {
    window.removeEventListener('keydown', hear);
  });
  await userEvent.keyboard('mug{Enter}3{Control>}{Enter}{/Control}');
  expect(seen).toEqual([]);
  answer([MUG]);
  await vi.waitFor(() => expect(seen).toEqual(['3']));
});

it('lets a composition pass, and takes the Enter before it back', async () => {
  const { product, quantity, answer } = shop();
  await userEvent.keyboard('mug{Enter}');
  const composing = { bubbles: true, cancelable: true, isComposing: true };
  expect(product.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ...composing }))).toBe(true);
  product.value = 'mugか';
  product.dispatchEvent(new InputEvent('input', { ...composing, data: 'か' }));
  answer([MUG]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([product.value, quantity.value, document.activeElement]).toEqual(['mugか', '1', product]);
});
