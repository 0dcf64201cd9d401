import { expect, it } from 'vitest';
import { buyerLines, buyerName } from './buyer-name.ts';

it('a buyer is the company first, and whoever answers there after it', () => {
  const ada = { name: 'Ada Lovelace', company: 'Engines Ltd' };
  expect(buyerLines(ada)).toEqual({ first: 'Engines Ltd', under: 'Ada Lovelace' });
  expect(buyerName(ada)).toBe('Engines Ltd · Ada Lovelace');
});

it.each([{ name: 'Ada' }, { name: 'Ada', company: '' }, { name: 'Ada', company: 'Ada' }])(
  'a buyer without a company of another name is the person alone: %j',
  (buyer) => {
    expect(buyerLines(buyer)).toEqual({ first: 'Ada' });
    expect(buyerName(buyer)).toBe('Ada');
  },
);
