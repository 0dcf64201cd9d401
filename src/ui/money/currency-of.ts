// Where people pay with what, for the regions in which it isn't the euro (CLDR, legal tender in 2026).
const OF_REGION: Readonly<Record<string, string>> = {
  ...regions('USD', 'US PR EC SV PA'),
  ...regions('GBP', 'GB IM JE GG'),
  ...regions('CHF', 'CH LI'),
  ...regions('AUD', 'AU'),
  ...regions('NZD', 'NZ'),
  ...regions('CAD', 'CA'),
  ...regions('DKK', 'DK GL FO'),
  ...regions('SEK', 'SE'),
  ...regions('NOK', 'NO'),
  ...regions('ISK', 'IS'),
  ...regions('PLN', 'PL'),
  ...regions('CZK', 'CZ'),
  ...regions('HUF', 'HU'),
  ...regions('RON', 'RO'),
  ...regions('RSD', 'RS'),
  ...regions('UAH', 'UA'),
  ...regions('TRY', 'TR'),
  ...regions('ILS', 'IL'),
  ...regions('AED', 'AE'),
  ...regions('SAR', 'SA'),
  ...regions('KWD', 'KW'),
  ...regions('EGP', 'EG'),
  ...regions('MAD', 'MA'),
  ...regions('TND', 'TN'),
  ...regions('KES', 'KE'),
  ...regions('NGN', 'NG'),
  ...regions('GHS', 'GH'),
  ...regions('ZAR', 'ZA'),
  ...regions('INR', 'IN'),
  ...regions('PKR', 'PK'),
  ...regions('BDT', 'BD'),
  ...regions('LKR', 'LK'),
  ...regions('CNY', 'CN'),
  ...regions('HKD', 'HK'),
  ...regions('TWD', 'TW'),
  ...regions('JPY', 'JP'),
  ...regions('KRW', 'KR'),
  ...regions('THB', 'TH'),
  ...regions('VND', 'VN'),
  ...regions('IDR', 'ID'),
  ...regions('MYR', 'MY'),
  ...regions('SGD', 'SG'),
  ...regions('PHP', 'PH'),
  ...regions('MXN', 'MX'),
  ...regions('BRL', 'BR'),
  ...regions('ARS', 'AR'),
  ...regions('CLP', 'CL'),
  ...regions('COP', 'CO'),
  ...regions('PEN', 'PE'),
  ...regions('UYU', 'UY'),
};

function regions(currency: string, codes: string): Record<string, string> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, currency]));
}

/** Where people of these locales are, as far as they say. */
export const regionOf = (locales: readonly string[]): string | undefined => {
  const [first] = locales;
  const told = locales.map((locale) => new Intl.Locale(locale).region).find((region) => region !== undefined);
  // A bare "ja" says Japan well enough; a bare "en" would say the United States to half the world.
  if (told !== undefined || first === undefined || first.startsWith('en')) return told;
  return new Intl.Locale(first).maximize().region;
};

/** The currency that people of these locales most likely sell in; the euro when nothing is said. */
export const currencyOf = (locales: readonly string[]): string => OF_REGION[regionOf(locales) ?? ''] ?? 'EUR';
