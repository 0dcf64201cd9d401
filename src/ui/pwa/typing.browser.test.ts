import { afterEach, expect, it } from 'vitest';
import { typedField, watchTyping } from './typing.ts';

watchTyping();

const form = (): HTMLInputElement => {
  document.body.innerHTML = '<form><input></form>';
  return document.querySelector('input') as HTMLInputElement;
};

const type = (field: HTMLInputElement, text: string): void => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

afterEach(() => {
  document.body.replaceChildren();
});

it('knows a form that somebody has typed into, until its form is gone', () => {
  const field = form();
  field.value = 'filled in already';
  expect(typedField()).toBeUndefined();
  type(field, 'Plum jam');
  expect(typedField()).toBe(field);
  field.form?.remove();
  expect(typedField()).toBeUndefined();
});

it('minds no field that was emptied again', () => {
  const field = form();
  type(field, 'Plum jam');
  type(field, '');
  expect(typedField()).toBeUndefined();
});

it('minds no form that says it is saved, until somebody types there again', () => {
  const field = form();
  type(field, 'Plum jam');
  field.form?.setAttribute('data-saved', '');
  expect(typedField()).toBeUndefined();
  field.form?.removeAttribute('data-saved');
  expect(typedField()).toBe(field);
});
