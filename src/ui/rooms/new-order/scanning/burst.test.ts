import { expect, it } from 'vitest';
import { Burst } from './burst.ts';

const EAN = '4006381333931';

const keysOf = (text: string): readonly string[] => Array.from(text);

/** Types the keys, so many milliseconds apart; gives what was scanned. */
const typed = (keys: readonly string[], gap: number, value = '') => {
  const burst = new Burst<string>();
  return keys
    .map((key, index) => burst.take({ key, at: index * gap }, () => ({ field: 'price', value })))
    .find((scan) => scan !== undefined);
};

it('hears a code that comes faster than fingers and ends in Enter', () => {
  expect(typed([...keysOf(EAN), 'Enter'], 8)?.code).toBe(EAN);
});

it('lets a scanner hold Shift', () => {
  expect(typed(['Shift', 'T', 'Shift', 'E', 'A', '-', '0', '1', 'Enter'], 10)?.code).toBe('TEA-01');
});

it('leaves what fingers type alone', () => {
  expect(typed([...keysOf(EAN), 'Enter'], 120)).toBeUndefined();
});

it('leaves a name, a short figure and an unfinished code alone', () => {
  expect(typed([...keysOf('Apples'), 'Enter'], 8)).toBeUndefined();
  expect(typed([...keysOf('Box 12'), 'Enter'], 8)).toBeUndefined();
  expect(typed([...keysOf('12.5'), 'Enter'], 8)).toBeUndefined();
  expect(typed(keysOf(EAN), 8)).toBeUndefined();
});

it('begins anew after a rest, and knows what the field said before', () => {
  const burst = new Burst<string>();
  burst.take({ key: '7', at: 0 }, () => ({ field: 'price', value: '' }));
  for (const [index, key] of keysOf(EAN).entries())
    burst.take({ key, at: 1_000 + index * 8 }, () => ({ field: 'price', value: '7' }));
  expect(burst.take({ key: 'Enter', at: 1_110 }, () => undefined)).toEqual({
    code: EAN,
    before: { field: 'price', value: '7' },
  });
});

it('begins anew behind an Enter, however soon: the next code may be in another field', () => {
  const burst = new Burst<string>();
  const field = (name: string) => () => ({ field: name, value: '1' });
  for (const [n, key] of ['m', 'u', 'g', 'Enter'].entries()) burst.take({ key, at: n }, field('product'));
  for (const [n, key] of keysOf(EAN).entries()) burst.take({ key, at: 4 + n }, field('quantity'));
  const scan = burst.take({ key: 'Enter', at: 20 }, () => undefined);
  expect(scan).toEqual({ code: EAN, before: { field: 'quantity', value: '1' } });
});
