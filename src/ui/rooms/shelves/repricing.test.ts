import { describe, expect, test } from 'vitest';
import { repriced, type Change, type Rounding } from './repricing.ts';

const up = (percent: number, rounding: Rounding = 'exact'): Change => ({
  ...{ way: 'up', by: { percent: percent * 1_000 }, rounding },
});
const down = (amount: number, rounding: Rounding = 'exact'): Change => ({
  ...{ way: 'down', by: { amount }, rounding },
});

describe('a price that changes with many', () => {
  test('goes up by a percentage, to the nearest cent', () => {
    expect(repriced(119_000, up(5), 'EUR')).toBe(125_000); // 12.495
    expect(repriced(53_500, up(3), 'EUR')).toBe(55_100); // 5.5105
    expect(repriced(1_000_000, up(5), 'JPY')).toBe(1_050_000);
    expect(repriced(12_345, up(10), 'KWD')).toBe(13_580); // 1.35795
  });

  test('goes down by an amount, and not below nothing', () => {
    expect(repriced(119_000, down(10_000), 'EUR')).toBe(109_000);
    expect(repriced(5_000, down(10_000), 'EUR')).toBe(0);
    expect(repriced(5_000, down(10_000, 'ending-9'), 'EUR')).toBe(900);
  });

  test('ends as a seller wants it to', () => {
    expect(repriced(119_000, up(5, 'ending-5'), 'EUR')).toBe(124_500); // 12.495
    expect(repriced(119_000, up(5, 'ending-9'), 'EUR')).toBe(124_900);
    expect(repriced(119_000, up(5, 'whole'), 'EUR')).toBe(120_000);
    expect(repriced(119_000, up(6, 'whole'), 'EUR')).toBe(130_000); // 12.614
  });

  test('stays as it is when nothing is asked for', () => {
    expect(repriced(12_345, up(0, 'whole'), 'EUR')).toBe(12_345);
  });
});
