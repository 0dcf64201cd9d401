import { unlessSince, type Done, type Inverse, type Then } from '../../kernel/index.ts';
import { given } from '../given.ts';
import { BookSettingsChanged, OrderViewsArranged } from './events.ts';
import { BOOK_ID, books } from './state.ts';

const NONE = {
  ...{ invoicePrefix: '', creditNotePrefix: '', sellerName: '', address: {}, taxNumber: '', email: '' },
  ...{ phone: '', web: '', bankDetails: '', paymentTerms: '', logo: '' },
  ...{ cashStep: 'none', paymentDays: 'none' },
};

/** The settings as they were before. */
export const settingsBack = async (done: Done, { before }: Then): Promise<Inverse> => {
  const { settings } = (await before(books, BOOK_ID)).state;
  return unlessSince(done, [BookSettingsChanged], () => [
    { type: 'ChangeBookSettings', payload: { ...NONE, ...given(settings) } },
  ]);
};

/** The ways to look at the orders as they were before. */
export const viewsBack = async (done: Done, { before }: Then): Promise<Inverse> => {
  const { views } = (await before(books, BOOK_ID)).state;
  return unlessSince(done, [OrderViewsArranged], () => [{ type: 'ArrangeOrderViews', payload: { views } }]);
};
