import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { ANNA, anna } from '../../../test/spec/shop.ts';
import {
  ArchiveCustomer,
  ChangeCustomer,
  CreateCustomer,
  CustomerArchived,
  CustomerChanged,
  CustomerCreated,
  CustomerRestored,
  customers,
  RestoreCustomer,
} from './index.ts';

const described = { customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co', email: 'anna@example.org' };

describe('a new customer', () => {
  it('is kept as described, empty fields left out', () =>
    given()
      .when(CreateCustomer, { ...described, phone: ' ', address: { city: 'Uppsala', street: '' } })
      .then(CustomerCreated({ ...described, address: { city: 'Uppsala' } })));

  it('has no address when every line of it is empty', () =>
    given()
      .when(CreateCustomer, { ...described, address: { city: '' } })
      .then(CustomerCreated(described)));

  it('is created once', () =>
    given().when(CreateCustomer, described).again().thenRejected('customer-exists', { name: 'Anna Berg' }));

  it('needs a name', () =>
    given()
      .when(CreateCustomer, { ...described, name: ' ' })
      .thenMalformed('name'));
});

describe('a customer', () => {
  it('changes in what is named, loses what is emptied, keeps the rest', () =>
    given(anna)
      .when(ChangeCustomer, { customerId: ANNA, company: '', address: { city: 'Uppsala' } })
      .then(
        CustomerChanged({
          customerId: ANNA,
          name: 'Anna Berg',
          email: 'anna@example.org',
          address: { city: 'Uppsala' },
        }),
      ));

  it('changes once', () =>
    given(anna).when(ChangeCustomer, { customerId: ANNA, phone: '018 1234' }).again().thenNothing());

  it('is archived once', async () => {
    const archiving = given(anna).when(ArchiveCustomer, { customerId: ANNA });
    await archiving.then(CustomerArchived({ customerId: ANNA }));
    await archiving.again().thenNothing();
  });

  it('is restored once', async () => {
    const archived = on(customers, ANNA, CustomerArchived({ customerId: ANNA }));
    const restoring = given(anna, archived).when(RestoreCustomer, { customerId: ANNA });
    await restoring.then(CustomerRestored({ customerId: ANNA }));
    await restoring.again().thenNothing();
  });
});

describe('a customer who does not exist', () => {
  it.each([ChangeCustomer, ArchiveCustomer, RestoreCustomer])('refuses $type', (command) =>
    given().when(command, { customerId: ANNA }).thenRejected('unknown-customer', { customerId: ANNA }),
  );
});
