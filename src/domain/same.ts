import { canonicalJson } from '../kernel/index.ts';

/** Whether two values would read the same in the log: then there is nothing to tell it. */
export const same = (one: object | undefined, other: object | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));
