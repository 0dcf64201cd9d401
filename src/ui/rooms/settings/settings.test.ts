import { describe, expect, it } from 'vitest';
import { comingIn, isPrefix, passedOver, readNext } from './numbers-form.svelte.ts';
import { changes, type Changeable } from './settings-form.svelte.ts';

const settings = {
  ...{ name: 'Anna’s', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
  defaultTaxRate: 19_000,
} as unknown as Changeable;

describe('changed settings', () => {
  it('are only those that differ', () => {
    expect(changes({ ...settings, name: 'Bee' }, settings)).toEqual({ name: 'Bee' });
    expect(changes({ ...settings }, settings)).toEqual({});
  });
});

describe('a prefix', () => {
  it('is what the book takes', () => {
    for (const prefix of ['2026/', '#', 'R-', 'R#']) expect(isPrefix(prefix)).toBe(true);
    expect(isPrefix('')).toBe(false);
    expect(isPrefix('has space')).toBe(false);
    expect(isPrefix('far-too-long-one')).toBe(false);
  });
});

describe('a number to go on with', () => {
  it('keeps the zeros that it was typed with, from any keyboard', () => {
    expect(readNext('417')).toEqual({ next: 417 });
    expect(readNext(' 0417 ')).toEqual({ next: 417, digits: 4 });
    expect(readNext('٠٤١٧')).toEqual({ next: 417, digits: 4 });
    for (const none of ['', '0', '000', '4.17', '-4', 'R-4', '1234567890'])
      expect(readNext(none)).toBeUndefined();
  });

  it('passes over what lies between it and the last that was given', () => {
    expect(passedOver({ next: 1004, used: 1003 }, 1004)).toBeUndefined();
    expect(passedOver({ next: 1004, used: 1003 }, 1006)).toEqual([1004, 1005]);
    expect(passedOver({ next: 1001 }, 5000)).toBeUndefined();
  });

  it('is the first of all where nobody knows its series', () => {
    const rows = [{ id: 'invoice:R-', of: 'invoice', prefix: 'R-', next: 7, used: 6 } as const];
    expect(comingIn(rows, 'invoice', 'R-').next).toBe(7);
    expect(comingIn(rows, 'order', 'R-').next).toBe(1001);
  });
});
