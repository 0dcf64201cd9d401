import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const browser = (languages: string[], kept?: string): void => {
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('localStorage', { getItem: () => kept ?? null });
};

const loaded = () => import('./language.ts');
const formats = () => import('./format.ts');

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the language of the page', () => {
  it('is the first of the browser’s that the app speaks', async () => {
    browser(['fi-FI', 'de-AT', 'en-GB']);
    const { getLocale, region, chosenLanguage } = await loaded();
    expect([getLocale(), region, chosenLanguage()]).toEqual(['de', 'de-AT', 'system']);
  });

  it('is what was chosen, whatever the browser prefers', async () => {
    browser(['en-GB'], 'de');
    const { getLocale, region, chosenLanguage } = await loaded();
    expect([getLocale(), region, chosenLanguage()]).toEqual(['de', 'de', 'de']);
  });

  it('is English where nothing is known', async () => {
    browser(['fi'], 'tlh');
    expect((await loaded()).getLocale()).toBe('en');
  });

  it('keeps a name that is written from the right from turning an English sentence around', async () => {
    browser(['en-GB']);
    const { language } = await loaded();
    expect(language.said('نخيل')).toBe('\u2068نخيل\u2069');
    expect(language.said('Palm')).toBe('Palm');
  });
});

describe('in German', () => {
  beforeEach(() => {
    browser(['de-DE']);
  });

  it('figures and days are written as there', async () => {
    const { count, dayInFull, money, percent, quantity, when } = await formats();
    expect(money(245_050, 'EUR')).toBe('2.450,50\u00a0€');
    expect(quantity(1_500, 'kg')).toBe('1,5\u00a0kg');
    expect(percent(19_000)).toBe('19\u00a0%');
    expect(count(2155)).toBe('2.155');
    expect(dayInFull('2026-11-20')).toBe('20. November 2026');
    const now = new Date(2026, 10, 20, 15, 0);
    expect(when(new Date(2026, 10, 20, 10, 42).toISOString(), now)).toBe('heute 10:42');
  });

  it('a number is typed with a comma', async () => {
    const { placesOf, readTyped, typedForm } = await import('../parts/number-kind.ts');
    const price = placesOf('unit-price', 'EUR');
    expect(readTyped('1,5', placesOf('quantity', undefined), false)).toEqual({ value: 1500 });
    expect(readTyped('1.234', price, false)).toEqual({ value: 12_340_000 });
    expect(typedForm(12_345_000, price)).toBe('1234,50');
  });

  it('counts are said in their form', async () => {
    const { m } = await import('./index.ts');
    expect(m.engine_lag_entries({ count: 1 })).not.toBe(m.engine_lag_entries({ count: 2 }));
    expect(m.engine_lag_entries({ count: 1234 })).toContain('1.234');
  });
});
