import { expect, it } from 'vitest';
import { dialled } from './dialled.ts';

it.each([
  ['(212) 555-0142', ['2125550142', '5550142']],
  ['+1 718 555 0199', ['17185550199', '7185550199', '5550199']],
  ['030/123456', ['030123456']],
  ['2125550142', []],
  ['12 34', []],
  ['ext. 12 345 678', []],
  [undefined, []],
])('%s is typed as %j', (phone, typed) => {
  expect(dialled(phone)).toEqual(typed);
});
