import { describe, expect, it } from 'vitest';
import { addressOf, askedBy, lookFrom, positionIn } from './look.ts';

describe('the address of the log', () => {
  it('says all that is looked at, and is read as it was written', () => {
    const look = {
      kind: 'order',
      type: 'OrderSubmitted',
      who: 'process:stock-allocation',
      live: 'on',
    } as const;
    const address = addressOf(look, 12);
    expect(address.startsWith('/engine/log/12?')).toBe(true);
    expect(lookFrom(address.split('?')[1])).toEqual(expect.objectContaining(look));
    expect(addressOf({})).toBe('/engine/log');
  });

  it('leaves out what it does not understand', () => {
    expect(Object.values(lookFrom('from=tomorrow&unknown=yes&live=1')).every((it) => it === undefined)).toBe(
      true,
    );
    expect(['0', '-1', '1.5', 'x', '', undefined].map(positionIn).every((it) => it === undefined)).toBe(true);
    expect(positionIn('42')).toBe(42);
  });

  it('asks the engine for no more than it says', () => {
    expect(askedBy(lookFrom('stream=order-1&live=on'))).toEqual({ stream: 'order-1' });
    expect(askedBy(lookFrom('unknown=only&kind=order'))).toEqual({ category: 'order', unknown: true });
  });
});
