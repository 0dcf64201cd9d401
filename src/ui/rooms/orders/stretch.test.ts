import { describe, expect, it } from 'vitest';
import { addressOf, askedBy, filterCount, lookFrom } from './filters.ts';
import { lay, nothingKnown, type Answer, type Placed, type Stretch } from './stretch.ts';

const rows = (places: string): Placed[] => Array.from(places, (sort) => ({ sort }));
const answer = (places: string, next?: string): Answer<Placed> => ({
  rows: rows(places),
  ...(next === undefined ? {} : { next }),
});
const seen = (stretch: Stretch<Placed>): string => stretch.rows.map((row) => row.sort).join('');

describe('what is known of a list from z down to a', () => {
  const known = lay(nothingKnown as Stretch<Placed>, undefined, answer('zyx', 'x'));

  it('grows downwards page by page until the last', () => {
    const more = lay(known, 'x', answer('wv', 'v'));
    expect([seen(more), more.reached, more.complete]).toEqual(['zyxwv', 'v', false]);
    const all = lay(more, 'v', answer('u'));
    expect([seen(all), all.reached, all.complete]).toEqual(['zyxwvu', undefined, true]);
  });

  it('takes a new row in at the top without losing one below', () => {
    const deep = lay(known, 'x', answer('wv', 'v'));
    const live = lay(deep, undefined, answer('~zy', 'y'));
    expect([seen(live), live.reached]).toEqual(['~zyxwv', 'v']);
  });

  it('drops a row that went and keeps its neighbours', () => {
    const deep = lay(known, 'x', answer('wvu', 'u'));
    expect(seen(lay(deep, 'y', answer('xvu', 'u')))).toBe('zyxvu');
  });

  it('ends where a live answer ends', () => {
    const deep = lay(known, 'x', answer('wvu'));
    const shorter = lay(deep, 'y', answer('x'));
    expect([seen(shorter), shorter.complete]).toEqual(['zyx', true]);
  });

  it('knows how far it looked when a page found nothing and is not the last', () => {
    const further = lay(known, 'x', answer('', 'm'));
    expect([seen(further), further.reached, further.complete]).toEqual(['zyx', 'm', false]);
  });
});

it('grows in a rising list as in a falling one', () => {
  const known = lay(nothingKnown as Stretch<Placed>, undefined, answer('abc', 'c'), true);
  const more = lay(known, 'c', answer('de', 'e'), true);
  expect([seen(more), more.reached]).toEqual(['abcde', 'e']);
  const live = lay(more, undefined, answer('0a', 'a'), true);
  expect([seen(live), live.reached]).toEqual(['0abcde', 'e']);
  const all = lay(live, 'e', answer('f'), true);
  expect([seen(all), all.complete]).toEqual(['0abcdef', true]);
});

describe('a look at the list', () => {
  const customer = '018f0000-0000-7000-8000-000000000001';

  it('reads what its address says', () => {
    const look = {
      tab: 'to-pay',
      payment: 'unpaid',
      customer,
      from: '2026-01-01',
      to: '2026-01-31',
    } as const;
    const address = addressOf(look, 'some-order');
    expect(address.startsWith('/orders/some-order?tab=to-pay&')).toBe(true);
    expect(lookFrom(address.split('?')[1])).toMatchObject(look);
  });

  it('has a plain address when it is plain', () => {
    expect(addressOf(lookFrom(''))).toBe('/orders');
  });

  it('leaves out what it does not understand', () => {
    const look = lookFrom('tab=nonsense&payment=later&customer=1&from=tomorrow&to=2026-13-45');
    expect([look.tab, filterCount(look)]).toEqual(['all', 0]);
  });

  it('is sorted as its address says, the newest first unless it does', () => {
    expect(askedBy(lookFrom('sort=customer-rising'))).toMatchObject({ by: 'customer', rising: true });
    expect(askedBy(lookFrom('sort=total-falling'))).toMatchObject({ by: 'total', rising: false });
    expect(askedBy(lookFrom('sort=date-falling'))).not.toHaveProperty('by');
  });

  it('asks for whole days where the person lives', () => {
    const { from, to } = askedBy(lookFrom('from=2026-01-01&to=2026-01-01'));
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000 - 1);
  });
});
