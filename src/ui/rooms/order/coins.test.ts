import { expect, it } from 'vitest';
import { CashStep, CurrencyCode } from '../../../domain/pricing/index.ts';
import { givable, payable } from './coins.ts';

const coins = { currency: CurrencyCode.parse('KWD'), cashStep: CashStep.parse(5) };

it('asks in cash for what coins can pay, and by other ways for what is owed', () => {
  expect(payable(4_443, { method: 'cash', currency: 'KWD', coins })).toBe(4_445);
  expect(payable(4_443, { method: 'card', currency: 'KWD', coins })).toBe(4_443);
  expect(payable(2, { method: 'cash', currency: 'KWD', coins })).toBe(2);
});

it('knows no coins of another currency, nor of a book that names none', () => {
  expect(payable(4_443, { method: 'cash', currency: 'EUR', coins })).toBe(4_443);
  expect(payable(4_443, { method: 'cash', currency: 'KWD', coins: { currency: coins.currency } })).toBe(
    4_443,
  );
  expect(payable(4_443, { method: 'cash', currency: 'KWD', coins: undefined })).toBe(4_443);
});

it('gives back in cash what coins can, and never more than was paid', () => {
  const cash = { method: 'cash', currency: 'KWD', coins } as const;
  expect(givable(4_443, 9_000, cash)).toBe(4_445);
  expect(givable(4_443, 4_444, cash)).toBe(4_440);
  expect(givable(4_443, 4_443, cash)).toBe(4_440);
  expect(givable(2, 9_000, cash)).toBe(2);
  expect(givable(4_443, 9_000, { ...cash, method: 'card' })).toBe(4_443);
});
