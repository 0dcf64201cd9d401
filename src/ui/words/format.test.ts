import { describe, expect, it } from 'vitest';
import {
  count,
  day,
  dayHeading,
  dayInFull,
  dayOfWeekInFull,
  factor,
  money,
  percent,
  quantity,
  unitPrice,
  when,
} from './format.ts';

describe('money', () => {
  it('is written from minor units with the digits of its currency', () => {
    expect(money(2450, 'EUR')).toBe('€24.50');
    expect(money(-2450, 'EUR')).toBe('−€24.50');
    expect(money(1250, 'JPY')).toBe('¥1,250');
    expect(money(1250, 'KWD', true)).toBe('1.250');
  });

  it('stays exact where a float would not', () => {
    expect(money(Number.MAX_SAFE_INTEGER, 'EUR', true)).toBe('90,071,992,547,409.91');
  });

  it('shows a unit price with up to four decimals, at least the cents', () => {
    expect(unitPrice(98_000, 'EUR')).toBe('€9.80');
    expect(unitPrice(125, 'EUR')).toBe('€0.0125');
  });
});

describe('quantities, rates and counts', () => {
  it('leaves the unit out for pieces', () => {
    expect(quantity(12_000, 'pcs')).toBe('12');
    expect(quantity(1_500, 'kg')).toBe('1.5\u00a0kg');
  });

  it('keeps a figure in its order before a unit that is written from the right', () => {
    expect(quantity(-1_500, 'كغ')).toBe('\u2066−1.5\u2069\u00a0كغ');
  });

  it('counts packages, so that two numbers never stand side by side', () => {
    expect(quantity(12_000, '20 - 1 kg tins')).toBe('12\u00a0×\u00a020 - 1 kg tins');
  });

  it('counts by the word for one, of which nobody knows what several are called', () => {
    expect(quantity(1_000, 'bunch')).toBe('1\u00a0bunch');
    expect(quantity(15_000, 'bunch')).toBe('15\u00a0×\u00a0bunch');
    expect(quantity(1_500, 'Glas')).toBe('1.5\u00a0×\u00a0Glas');
    expect(quantity(3_000, 'ربطة')).toBe('\u20663\u2069\u00a0×\u00a0ربطة');
  });

  it('puts a sign of measure behind any figure', () => {
    for (const sign of ['kg', 'ML', 'm²', 'Std.', 'lbs', 'كغ', 'كجم'])
      expect(quantity(3_000, sign)).not.toContain('×');
  });

  it('is multiplied with a price without the word for one', () => {
    expect(factor(3_000, 'jar')).toBe('3');
    expect(factor(1_500, 'kg')).toBe('1.5\u00a0kg');
  });

  it('writes a rate of thousandths of a percent', () => {
    expect(percent(19_000)).toBe('19%');
    expect(percent(8_875)).toBe('8.875%');
  });

  it('groups counts', () => {
    expect(count(2155)).toBe('2,155');
  });
});

describe('dates', () => {
  const now = new Date(2026, 10, 20, 15, 0);
  const at = (...parts: [number, number, number, number, number]): string => new Date(...parts).toISOString();

  it('says today and yesterday with the time', () => {
    expect(when(at(2026, 10, 20, 10, 42), now)).toMatch(/^today 10:42/);
    expect(when(at(2026, 10, 19, 23, 59), now)).toMatch(/^yesterday 11:59/);
  });

  it('says the day alone before that, and the year when it is another', () => {
    expect(when(at(2026, 10, 12, 10, 0), now)).toBe('Nov 12');
    expect(when(at(2025, 10, 12, 10, 0), now)).toBe('Nov 12, 2025');
  });

  it('prints the day on which it was where the person lives', () => {
    expect(dayInFull(at(2026, 10, 20, 0, 5))).toBe('November 20, 2026');
    expect(dayInFull(at(2026, 10, 20, 23, 55))).toBe('November 20, 2026');
    expect(dayInFull('2026-11-20')).toBe('November 20, 2026');
    expect(dayOfWeekInFull('2026-11-20')).toBe('Friday, November 20, 2026');
  });

  it('heads the entries of a day', () => {
    expect(dayHeading(at(2026, 10, 20, 0, 0), now)).toBe('Today');
    expect(dayHeading(at(2026, 10, 19, 23, 59), now)).toBe('Yesterday');
    expect(dayHeading(at(2026, 10, 16, 10, 0), now)).toBe('Monday, November 16');
    expect(dayHeading(at(2025, 10, 16, 10, 0), now)).toBe('Sunday, November 16, 2025');
  });

  it('never shifts a calendar day by a time zone', () => {
    expect(day('2026-11-20', now)).toBe('Nov 20');
  });
});
