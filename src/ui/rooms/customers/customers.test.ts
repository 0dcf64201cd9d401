import { describe, expect, it } from 'vitest';
import { addressLines } from './address-lines.ts';
import { customerPayload } from './customer-form.svelte.ts';

describe('an address', () => {
  it('stands as on an envelope, without empty lines', () => {
    expect(
      addressLines({ street: 'Obere Str. 57', postcode: '12209', city: 'Berlin', country: 'Germany' }),
    ).toEqual(['Obere Str. 57', '12209 Berlin', 'Germany']);
    expect(addressLines({ city: 'Luleå' })).toEqual(['Luleå']);
    expect(addressLines(undefined)).toEqual([]);
  });
});

describe('a customer form', () => {
  const empty = {
    ...{ name: 'Anna', company: '', taxNumber: '', email: '', phone: '', note: '', reference: '' },
    ...{ street: '', postcode: '', city: ' ', region: '', country: '' },
  };

  it('sends emptied fields, so that old values go', () => {
    expect(customerPayload(empty, null)).toEqual({
      ...{ name: 'Anna', company: '', taxNumber: '', email: '', phone: '', note: '', reference: '' },
      paymentDays: 'none',
      address: {},
    });
  });

  it('sends of an address what was filled in', () => {
    expect(customerPayload({ ...empty, city: 'Kiel' }, 14).address).toEqual({ city: 'Kiel' });
  });
});
