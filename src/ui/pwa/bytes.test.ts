import { expect, it } from 'vitest';
import { bytes } from './bytes.ts';

it.each([
  [0, '0 bytes'],
  [812, '812 bytes'],
  [3_430_000, '3.4 MB'],
  [61_200_000, '61 MB'],
])('%i bytes are said as %s', (count, said) => {
  expect(bytes(count)).toBe(said);
});
