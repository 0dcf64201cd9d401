import { expect, it } from 'vitest';
import { addressOf, lookFrom, type Look } from './address.ts';

it('says all that is looked at, and is read back', () => {
  const own = { period: 'own', from: '2026-11-01', to: '2026-11-20' } as const;
  const then = { against: 'own', thenFrom: '2025-11-01', thenTo: '2025-11-20' } as const;
  const plain = lookFrom('');
  const looks: readonly Look[] = [
    { ...plain, ...own, report: 'sellers', point: { of: 'product', id: 'tea' } },
    { ...plain, ...own, point: { of: 'customer', id: undefined } },
    { ...plain, ...own, ...then, show: 'taken', point: { of: 'taken', id: undefined }, bar: 7 },
    { ...plain, report: 'tax', against: 'year-before', period: 'last-quarter' },
    { ...plain, report: 'owed', owed: '2026-10-31' },
  ];
  for (const look of looks) expect(lookFrom(addressOf(look).split('?')[1])).toEqual(look);
  expect(addressOf(plain)).toBe('/reports?period=month');
});

it('leaves out what nobody can mean', () => {
  const look = lookFrom('report=luck&show=all&against=me&bar=-1&period=ever&from=yesterday&of=luck&id=7');
  expect(look).toMatchObject({ period: 'month', report: 'sales', show: 'sales', against: 'before' });
  expect(look.bar).toBeUndefined();
  expect(look.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(look.point).toBeUndefined();
});
