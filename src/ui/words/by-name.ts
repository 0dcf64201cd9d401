import { region } from './language.ts';

/** Compares names as people sort them: "Tea 2" before "Tea 10". */
export const byName = (): ((one: string, other: string) => number) =>
  new Intl.Collator(region, { numeric: true }).compare;
