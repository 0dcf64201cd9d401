export const LANGUAGES = ['ar', 'de', 'en', 'es', 'pt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The book's own words for units: what is sold by the piece is `pcs` in every language, which the screens translate. */
export type SampleUnit = 'kg' | 'pcs' | 'bunch' | 'box' | 'loaf' | 'jar' | 'bottle';

/** What the sample says. In each language there is as much of everything, so that chance falls the same way. */
export interface SampleWords {
  readonly language: Language;
  readonly book: string;
  /** By SKU. */
  readonly goods: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<SampleUnit, string>>;
  readonly suppliers: Readonly<Record<'bakery' | 'dairy' | 'pottery' | 'weaver', string>>;
  readonly delivered: (supplier: string, note: number) => string;
  readonly transfer: (day: string) => string;
  readonly notes: readonly [string, string, string, string, string];
  readonly cancellations: readonly [string, string];
  readonly returns: readonly [string, string];
  readonly sentBack: string;
  readonly onHold: string;
  readonly tooLate: string;
  readonly spoiled: string;
}
