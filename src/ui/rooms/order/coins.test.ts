import { expect, it } from 'vitest';
import { CashStep, CurrencyCode } from '../../../domain/pricing/index.ts';
import { payable } from './coins.ts';

const coins = { currency: CurrencyCode.parse('KWD'), cashStep: CashStep.parse(5) };

it('asks in cash for what coins can pay, and by other ways for what is owed', () => {
  expect(payable(4_443, { method: 'cash', currency: 'KWD', coins })).toBe(4_445);
  expect(payable(4_443, { method: 'card', currency: 'KWD', coins })).toBe(4_443);
});

it('knows no coins of another currency, nor of a book that names none', () => {
  expect(payable(4_443, { method: 'cash', currency: 'EUR', coins })).toBe(4_443);
  expect(payable(4_443, { method: 'cash', currency: 'KWD', coins: { currency: coins.currency } })).toBe(
    4_443,
  );
  expect(payable(4_443, { method: 'cash', currency: 'KWD', coins: undefined })).toBe(4_443);
});
