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
  CustomerForgotten,
  CustomerRestored,
  customers,
  ForgetCustomer,
  FORGOTTEN,
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

describe('a tax number', () => {
  it.each([
    'DE 123 456 789',
    '12.345.678/0001-95',
    'IE1+23456A',
    'CHE-123.456.789 MWST',
    'CHE\u2011123.456.789',
    '(DE)1',
    '٣٠٠١٢٣',
  ])('%s is kept as it was written', (taxNumber) =>
    given()
      .when(CreateCustomer, { ...described, taxNumber: ` ${taxNumber} ` })
      .then(CustomerCreated({ ...described, taxNumber })),
  );

  it.each(['<b>1</b>', '1\n2', '-', '=1+1', '1'.repeat(61)])('is none with %j', (taxNumber) =>
    given()
      .when(CreateCustomer, { ...described, taxNumber })
      .thenMalformed('taxNumber'),
  );
});

describe('days to pay', () => {
  it.each([0, 366])('can be %i', (paymentDays) =>
    given()
      .when(CreateCustomer, { ...described, paymentDays })
      .then(CustomerCreated({ ...described, paymentDays })),
  );

  it.each([-1, 1.5, 367])('can’t be %d', (paymentDays) =>
    given()
      .when(CreateCustomer, { ...described, paymentDays })
      .thenMalformed('paymentDays'),
  );
});

describe('a customer', () => {
  it('loses an emptied tax number, and days that are none', () => {
    const billed = { ...described, taxNumber: 'DE1', paymentDays: 14 };
    return given(on(customers, ANNA, CustomerCreated(billed)))
      .when(ChangeCustomer, { customerId: ANNA, taxNumber: ' ', paymentDays: 'none' })
      .then(CustomerChanged({ ...described, changed: ['taxNumber', 'paymentDays'] }));
  });

  it('keeps both while something else changes', () => {
    const billed = { ...described, taxNumber: 'DE1', paymentDays: 14 };
    return given(on(customers, ANNA, CustomerCreated(billed)))
      .when(ChangeCustomer, { customerId: ANNA, phone: '1' })
      .then(CustomerChanged({ ...billed, phone: '1', changed: ['phone'] }));
  });

  it('changes in what is named, loses what is emptied, keeps the rest', () =>
    given(anna)
      .when(ChangeCustomer, { customerId: ANNA, company: '', address: { city: 'Uppsala' } })
      .then(
        CustomerChanged({
          customerId: ANNA,
          name: 'Anna Berg',
          email: 'anna@example.org',
          address: { city: 'Uppsala' },
          changed: ['company', 'address'],
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

describe('a customer who is forgotten', () => {
  const asked = { customerId: ANNA, reason: 'Asked us to, by letter' };
  const gone = on(customers, ANNA, CustomerForgotten(asked));

  it('is forgotten once, for a reason', async () => {
    const forgetting = given(anna).when(ForgetCustomer, asked);
    await forgetting.then(CustomerForgotten(asked));
    await forgetting.again().thenNothing();
    await given(anna)
      .when(ForgetCustomer, { ...asked, reason: ' ' })
      .thenMalformed('reason');
  });

  it('can’t be changed or restored', async () => {
    const refused = { customerId: ANNA };
    await given(anna, gone)
      .when(ChangeCustomer, { customerId: ANNA, phone: '1' })
      .thenRejected('customer-forgotten', refused);
    await given(anna, gone)
      .when(RestoreCustomer, { customerId: ANNA })
      .thenRejected('customer-forgotten', refused);
  });

  it('keeps the id, under which nobody else is created', () =>
    given(anna, gone).when(CreateCustomer, described).thenRejected('customer-exists', { name: FORGOTTEN }));
});

describe('a customer who does not exist', () => {
  it.each([ChangeCustomer, ArchiveCustomer, RestoreCustomer, ForgetCustomer])('refuses $type', (command) =>
    given()
      .when(command, { customerId: ANNA, ...(command === ForgetCustomer && { reason: 'Asked' }) })
      .thenRejected('unknown-customer', { customerId: ANNA }),
  );
});
