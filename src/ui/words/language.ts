import type { Locale } from './compiled/runtime.js';

/** The languages the app speaks, each by its own name, in the order in which they are offered. */
export const LANGUAGES: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
};

const KEPT = 'counterfoil.language';

const isSpoken = (tag: string): tag is Locale => Object.hasOwn(LANGUAGES, tag);

/** What the person chose on this device; `undefined`: what the browser prefers. */
function chosen(): Locale | undefined {
  try {
    const kept = localStorage.getItem(KEPT) ?? '';
    return isSpoken(kept) ? kept : undefined;
  } catch {
    // A private window, or no window at all.
    return undefined;
  }
}

const preferred = (): readonly string[] => (typeof navigator === 'undefined' ? [] : navigator.languages);

const languageOf = (tag: string): string => new Intl.Locale(tag).language;

/** Decided once: a page speaks one language, from the words of which it is made. */
const locale = chosen() ?? preferred().map(languageOf).find(isSpoken) ?? 'en';

export const getLocale = (): Locale => locale;

/** Where the writing begins. */
export const getTextDirection = (): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');

/** How the person writes numbers and dates: their region (en-GB) when it speaks the app's language, else the language alone. */
export const region = preferred().find((tag) => languageOf(tag) === locale) ?? locale;

/** The choice as Settings shows it. */
export const chosenLanguage = (): Locale | 'system' => chosen() ?? 'system';

/** Keeps the choice on this device and begins anew in that language; what is being written is kept as drafts are. */
export function speak(choice: Locale | 'system'): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, choice);
  } catch {
    return;
  }
  location.reload();
}

/** Hebrew, Arabic and their kin. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

const rules = new Intl.PluralRules(locale);
const figures = new Intl.NumberFormat(region);

/**
 * What the compiled words are made with.
 * @public for .ci/words-by-language.mjs
 */
export const language = {
  locale,
  /** The form that a count takes: "one", "few", "other"… */
  plural: (things: unknown): string => rules.select(Number(things)),
  /**
   * What is put into a sentence: a count as the person writes numbers. Where writing begins at the right every name and
   * figure is kept from turning its neighbours around, elsewhere those that are written so.
   */
  said(part: unknown): string {
    const text = typeof part === 'number' ? figures.format(part) : String(part);
    return getTextDirection() === 'rtl' || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
  },
};
