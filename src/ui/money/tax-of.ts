import { regionOf } from './currency-of.ts';

// The usual rate on goods, in percent (2026). It is a proposal that the seller sees and changes; where rates depend on
// the town or the goods, none is made.
const RATES = `
AE 5, AR 21, AT 20, AU 10, BE 21, BG 20, CH 8.1, CL 19, CO 19, CY 19, CZ 21, DE 19, DK 25, EE 24, EG 14, ES 21, FI 25.5,
FR 20, GB 20, GR 24, HR 25, HU 27, IE 23, IL 18, IS 24, IT 22, JP 10, KE 16, KR 10, LI 8.1, LT 21, LU 17, LV 21, MA 20,
MT 18, MX 16, NG 7.5, NL 21, NO 25, NZ 15, PE 18, PL 23, PT 23, RO 21, SA 15, SE 25, SG 9, SI 22, SK 23, TH 7, TN 19,
TR 20, UY 22, ZA 15
`;

const OF_REGION: Readonly<Record<string, number>> = Object.fromEntries(
  RATES.split(',').map((entry) => {
    const [region = '', percent] = entry.trim().split(' ');
    return [region, Math.round(Number(percent) * 1_000)];
  }),
);

/** Shelf prices in these regions are told before tax. */
const BEFORE_TAX = ['US', 'CA', 'PR'];

export const taxModeOf = (locales: readonly string[]): 'inclusive' | 'exclusive' =>
  BEFORE_TAX.includes(regionOf(locales) ?? '') ? 'exclusive' : 'inclusive';

/** What tax people of these locales most likely charge, in thousandths of a percent; null when nothing tells. */
export const taxRateOf = (locales: readonly string[]): number | null =>
  OF_REGION[regionOf(locales) ?? ''] ?? null;
