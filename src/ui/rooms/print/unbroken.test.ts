import { expect, it } from 'vitest';
import { unbroken } from './unbroken.ts';

const wholes = (text: string) => unbroken(text).flatMap((piece) => (piece.whole ? piece.text : []));

it.each([
  ['A-1001 (2), A-1002 (1 kg)', ['A-1001', 'A-1002']],
  ['A-1001 (1.5\u00a0kg), 1,234\u00a0×\u00a0jar', ['A-1001', '1.5\u00a0kg', '1,234\u00a0×\u00a0jar']],
  ['Invoice RE-2026-17', ['RE-2026-17']],
  ['1002', []],
  ['Long-sleeved shirt', []],
  [`${'Very-'.repeat(6)}1`, []],
])('keeps the numbers of %j whole', (text, numbers) => {
  expect(wholes(text)).toEqual(numbers);
  const pieces = unbroken(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
