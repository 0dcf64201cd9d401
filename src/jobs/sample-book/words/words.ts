import type { Language, SampleWords } from './shape.ts';

const files: Readonly<Record<Language, () => Promise<{ readonly words: SampleWords }>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  pt: () => import('./pt.ts'),
};

export const wordsIn = async (language: Language): Promise<SampleWords> => (await files[language]()).words;
