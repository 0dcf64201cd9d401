import type { Choosable } from '../parts/shapes.ts';
import { getLocale } from '../words/index.ts';

/** Codes of things that nobody is paid with: gold, test codes, bond units. */
const NO_MONEY = /^X(?!AF|CD|CG|OF|PF)/;

/** Every currency of the world by its code and name, for a choice. */
export const currencyChoices = (): Choosable<string>[] => {
  const names = new Intl.DisplayNames(getLocale(), { type: 'currency' });
  return Intl.supportedValuesOf('currency')
    .filter((code) => !NO_MONEY.test(code))
    .map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
};
