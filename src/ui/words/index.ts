/** Every word a person reads: `m.<file>_<key>({…})`, compiled from messages/<locale>/<file>.json. */
export { m } from './compiled/messages.js';
export { getLocale, getTextDirection } from './language.ts';
