import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingWords } from '../../.ci/missing-words.mjs';
import { LANGUAGES } from '../../src/ui/words/language.ts';

const { locales } = JSON.parse(readFileSync('src/ui/words/project.inlang/settings.json', 'utf8')) as {
  locales: string[];
};

const textsOf = (locale: string): readonly (readonly [key: string, text: string])[] => {
  const folder = `src/ui/words/messages/${locale}`;
  return readdirSync(folder).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as object).map(
      ([key, message]) => [key, JSON.stringify(message)] as const,
    ),
  );
};

/** Quotation marks that a language does not write. */
const FOREIGN_QUOTES: Readonly<Record<string, RegExp>> = {
  en: /[„«»]/,
  de: /[”«»]/,
  es: /[„«»]/,
  pt: /[„«»]/,
  ar: /[“”„]/,
};

describe('the words', () => {
  it.each(locales)('are complete in %s', (locale) => {
    expect(missingWords(locale)).toEqual([]);
  });

  it.each(locales)('have the quotation marks of %s', (locale) => {
    const foreign = textsOf(locale).filter(([, text]) => FOREIGN_QUOTES[locale]?.test(text) ?? true);
    expect(foreign).toEqual([]);
  });

  it('of German call nobody du or Sie but where they stand for a name', () => {
    const addressed = /\b([Dd]u|[Dd]ir|[Dd]ich|[Dd]eine?[mnrs]?|Ihnen|[a-zß]+en Sie)\b/;
    const found = textsOf('de').filter(([, text]) => addressed.test(text));
    expect(found.map(([key]) => key)).toEqual(['activity_by_me', 'order_told_you']);
  });

  it('of every language that is offered are compiled', () => {
    expect(Object.keys(LANGUAGES).sort()).toEqual(locales.toSorted());
  });
});
