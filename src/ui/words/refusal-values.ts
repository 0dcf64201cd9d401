import { money, quantity } from './format.ts';

export type Values = Readonly<Record<string, unknown>>;
/** A refusal's values as a sentence; amounts in them are minor units of `currency`. */
export type Sentence = (values: Values, currency: string) => string;

export const text = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

export const whole = (values: Values, name: string): number => {
  const value = values[name];
  return typeof value === 'number' ? value : 0;
};

export const amount = (values: Values, name: string, currency: string): string =>
  money(whole(values, name), currency, currency === '');

export const some = (values: Values, name: string): string =>
  quantity(whole(values, name), text(values, 'unit'));
