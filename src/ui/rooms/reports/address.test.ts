import { expect, it } from 'vitest';
import { addressOf, lookFrom, type Look } from './address.ts';

it('says all that is looked at, and is read back', () => {
  const looks: readonly Look[] = [
    { period: 'own', from: '2026-11-01', to: '2026-11-20', point: { of: 'product', id: 'tea' } },
    { period: 'own', from: '2026-11-01', to: '2026-11-20', point: { of: 'customer', id: undefined } },
  ];
  for (const look of looks) expect(lookFrom(addressOf(look).split('?')[1])).toEqual(look);
  expect(lookFrom(addressOf({ period: 'year', from: '', to: '' }).split('?')[1])).toMatchObject({
    period: 'year',
  });
});

it('leaves out what nobody can mean', () => {
  const look = lookFrom('period=ever&from=yesterday&of=luck&id=7');
  expect(look.period).toBe('month');
  expect(look.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(look.point).toBeUndefined();
});
