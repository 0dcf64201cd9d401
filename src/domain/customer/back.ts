import { unlessSince, type Done, type Inverse, type Then } from '../../kernel/index.ts';
import { given } from '../given.ts';
import type { CustomerId } from '../ids.ts';
import { CustomerChanged, CustomerForgotten } from './events.ts';
import { customers } from './state.ts';

const NONE = {
  ...{ company: '', email: '', phone: '', address: {}, note: '', reference: '' },
  ...{ taxNumber: '', paymentDays: 'none' },
};

/** Known as they were before. Of one who was forgotten nothing comes back. */
export const customerBack = async (
  done: Done<{ readonly customerId: CustomerId }>,
  { before }: Then,
): Promise<Inverse> => {
  const { description } = (await before(customers, done.payload.customerId)).state;
  return unlessSince(done, [CustomerChanged, CustomerForgotten], () => [
    { type: 'ChangeCustomer', payload: { ...NONE, ...given(description) } },
  ]);
};
