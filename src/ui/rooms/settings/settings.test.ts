import { describe, expect, it } from 'vitest';
import { changes, exampleNumber, isPrefix, type Changeable } from './settings-form.svelte.ts';

const settings = {
  ...{ name: 'Anna’s', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
  ...{ defaultTaxRate: 19_000, numberPrefix: 'A-' },
} as unknown as Changeable;

describe('changed settings', () => {
  it('are only those that differ', () => {
    expect(changes({ ...settings, numberPrefix: 'B-' }, settings)).toEqual({ numberPrefix: 'B-' });
    expect(changes({ ...settings }, settings)).toEqual({});
  });
});

describe('a prefix', () => {
  it('is what the book takes', () => {
    expect(isPrefix('2026/')).toBe(true);
    expect(isPrefix('')).toBe(false);
    expect(isPrefix('has space')).toBe(false);
    expect(isPrefix('far-too-long-one')).toBe(false);
    expect(exampleNumber('A-')).toBe('A-1001');
  });
});
