import { sampleId } from './source.ts';

export interface SampleCustomer {
  readonly customerId: string;
  /** Firms buy on account and in larger quantities. */
  readonly isFirm: boolean;
  /** What is said of them, the country by its name in this language. */
  readonly payloadIn: (language: string) => Readonly<Record<string, unknown>>;
}

/** Name; firm; e-mail; phone; street; postcode; city; country. Numbers and addresses are of the kinds kept free for fiction. */
const TABLE = `
Elif Demir; ; elif.demir@example.com; +49 30 23125 014; Lindenallee 12; 14050; Berlin; DE
Johanna Lindqvist; Café Lindqvist; order@lindqvist.example; +49 30 23125 027; Hafenstraße 3; 24103; Kiel; DE
Tomás Herrera; ; tomas.herrera@example.com; ; Calle de la Palma 48; 28004; Madrid; ES
Aoife Brennan; ; aoife.brennan@example.org; ; 17 Harbour Row; P24 T2X4; Cobh; IE
Markus Vogel; Restaurant Steinbach; kueche@steinbach.example; +49 40 66969 120; Am Mühlbach 9; 21335; Lüneburg; DE
Nkechi Okafor; ; nkechi.okafor@example.com; +49 221 4710 233; Aachener Straße 211; 50931; Köln; DE
Mei-Ling Tan; ; meiling.tan@example.net; ; Weststraat 88; 1015 MZ; Amsterdam; NL
Claire Moreau; Hôtel des Vosges; economat@hoteldesvosges.example; +33 1 99 00 41 76; 5 rue des Tanneurs; 68000; Colmar; FR
Jonas Petersen; ; jonas.petersen@example.com; +49 40 66969 344; Deichweg 27; 25980; Sylt; DE
Anna Kowalska; ; anna.kowalska@example.com; ; ulica Długa 14; 31-146; Kraków; PL
Birgit Hansen; Kindergarten Sonnenweg; buero@sonnenweg.example; +49 30 23125 190; Sonnenweg 2; 21337; Lüneburg; DE
Giulia Conti; ; giulia.conti@example.org; ; Via dei Mille 31; 10123; Torino; IT
Lars Holm; Bistro Norden; lars@bistronorden.example; +49 40 66969 512; Fischmarkt 6; 22767; Hamburg; DE
Samir Haddad; ; samir.haddad@example.com; +49 30 23125 233; Sonnenallee 140; 12059; Berlin; DE
Ruth Abebe; ; ruth.abebe@example.net; ; Bahnhofstraße 19; 21369; Nahrendorf; DE
Paolo Marchetti; Feinkost Marchetti; ordini@marchetti.example; +49 221 4710 871; Ehrenstraße 54; 50672; Köln; DE
Yuki Tanaka; ; yuki.tanaka@example.com; ; Rosenstraße 8; 40479; Düsseldorf; DE
Ingrid Solberg; ; ingrid.solberg@example.org; ; Strandgaten 63; 5004; Bergen; NO
`;

/** Whom invoices go to. No tax office gives a number that begins with 000. */
const BILLED: Readonly<Record<string, object>> = {
  'Restaurant Steinbach': { taxNumber: 'DE 000 214 735', paymentDays: 14 },
  'Hôtel des Vosges': { taxNumber: 'FR 00 000 487 120', paymentDays: 30 },
};

const countryIn = (language: string, country: string) =>
  new Intl.DisplayNames(language, { type: 'region' }).of(country);

export const people: readonly SampleCustomer[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [name = '', company = '', email = '', phone = '', street, postcode, city, country = ''] =
      row.split('; ');
    const customerId = sampleId('customer', name);
    const reached = Object.entries({ company, email, phone }).filter(([, text]) => text !== '');
    const said = { customerId, name, ...Object.fromEntries(reached), ...BILLED[company] };
    return {
      customerId,
      isFirm: company !== '',
      payloadIn: (language) => ({
        ...said,
        address: { street, postcode, city, country: countryIn(language, country) },
      }),
    };
  });
