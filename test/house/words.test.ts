import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingWords } from '../../.ci/missing-words.mjs';
import { LANGUAGES } from '../../src/ui/words/language.ts';

const { locales } = JSON.parse(readFileSync('src/ui/words/project.inlang/settings.json', 'utf8')) as {
  locales: string[];
};

describe('the words', () => {
  it.each(locales)('are complete in %s', (locale) => {
    expect(missingWords(locale)).toEqual([]);
  });

  it('of every language that is offered are compiled', () => {
    expect(Object.keys(LANGUAGES).sort()).toEqual(locales.toSorted());
  });
});
