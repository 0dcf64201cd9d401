import { expect, it } from 'vitest';
import { inOneGo } from './in-one-go.ts';

it.each([
  ['DE 123 456 789', ['DE123456789']],
  ['12.345.678/0001-95', ['12345678000195']],
  ['DE123456789', []],
  ['1 Dorset Street', []],
  ['', []],
  [undefined, []],
])('%s is typed as %j', (number, typed) => {
  expect(inOneGo(number)).toEqual(typed);
});
