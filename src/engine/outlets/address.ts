import type { Rejection } from '../../kernel/index.ts';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Nothing of a book goes over the wire in the clear, but to this very machine. */
export const addressFault = (url: string): Rejection | undefined => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && LOCAL.has(parsed.hostname));
  if (safe && parsed.username === '' && parsed.password === '') return undefined;
  return {
    code: 'outlet-address',
    message: 'An address begins with https:// and holds no password.',
    values: { url },
  };
};
