// The words as the translators wrote them, for what is built beside the app.
import { readFileSync } from 'node:fs';

const WORDS = new URL('../src/ui/words/', import.meta.url);
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(new URL(file, WORDS), 'utf8'));

export const locales = /** @type {readonly string[]} */ (read('project.inlang/settings.json').locales);

export const directionOf = (/** @type {string} */ lang) => (lang === 'ar' ? 'rtl' : 'ltr');

/** One message as it is written in one language: `saying('de', 'shell', 'shell_orders')`. */
export const saying = (/** @type {string} */ lang, /** @type {string} */ file, /** @type {string} */ key) =>
  /** @type {string} */ (read(`messages/${lang}/${file}.json`)[key]);
