import { expect, it } from 'vitest';
import { answersTo } from './asked-words.ts';

it.each([
  ['ship', 'Ship', true],
  ['new cust', 'New customer', true],
  ['cust new', 'New customer', true],
  ['ustomer', 'New customer', false],
  ['new prod', 'New customer', false],
  ['uber', 'Überfällig', true],
  ['', 'Anything', true],
  ['a-1042', 'Back up', false],
])('%j finds %j: %j', (text, label, expected) => {
  expect(answersTo(text, label)).toBe(expected);
});
