/**
 * A whole sale in yen, which has no smaller unit, and in dinars, which have thousandths and a smallest coin of five of
 * them. Worked out by hand, in the currency's own digits:
 *
 *                                   JPY, tax within, 10 %          KWD, tax on top, 5 %
 *     3 bowls                       5,940                          7.125
 *     2 cups, less a discount       700 − 50 = 650                 0.900 − 0.125 = 0.775
 *     5 % off 6,590 | 7.900         6,260.5 is left → 6,261:
 *                                   329 = 297 + 32                 0.395 = 0.356 + 0.039
 *     shipping                      500                            1.250
 *     tax                           513 + 56 + 45 = 614            0.338 + 0.037 + 0.063 = 0.438
 *     total                         6,761                          9.193
 *     deposit, cash                 1,000 of 2,000                 1.500 of 2.000
 *     card, void later              2,000                          3.250
 *     the rest in cash              3,761 of 5,000                 4.443 → 4.445 of 5.000
 *     void: to pay again            2,000                          3.250
 *     credit                        300 → 1,700                    0.300 → 2.950
 *     credit and pay back           400 → 1,700                    0.450 → 2.950
 *     pay back                      500 → 2,200                    0.500 → 3.450
 *     write off                     2,200 → 0                      3.450 → 0
 */
export interface Sale {
  readonly currency: 'JPY' | 'KWD';
  readonly settings: Readonly<Record<string, unknown>>;
  /** Ten-thousandths of a major unit. */
  readonly bowl: number;
  readonly cup: number;
  readonly taxRate: number;
  /** As typed: what the fields take. */
  readonly typed: Readonly<Record<'cupOff' | 'shipping' | 'deposit' | 'handed' | 'card' | 'cash', string>> &
    Readonly<Record<'credit' | 'creditAndBack' | 'back' | 'creditNote', string>>;
  /** As shown. */
  readonly total: string;
  readonly depositChange: string;
  readonly proposed: string;
  readonly change: string;
  readonly afterVoid: string;
  readonly afterCredit: string;
  readonly writtenOff: string;
  readonly sums: Readonly<Record<string, string>>;
  readonly invoice: readonly string[];
  readonly creditNote: readonly string[];
  readonly figures: readonly string[];
  readonly tax: RegExp;
  readonly methods: RegExp;
  readonly payments: readonly string[];
  /** A file of one order, what the list then says of it, and an amount finer than the currency. */
  readonly file: readonly string[];
  readonly imported: RegExp;
  readonly finer: string;
}

export const YEN: Sale = {
  currency: 'JPY',
  settings: { currency: 'JPY', taxMode: 'inclusive', defaultTaxRate: 10_000 },
  ...{ bowl: 19_800_000, cup: 3_500_000, taxRate: 10_000 },
  typed: {
    ...{ cupOff: '50', shipping: '500', deposit: '1000', handed: '2,000', card: '2000', cash: '5,000' },
    ...{ credit: '300', creditAndBack: '400', back: '500', creditNote: '1000' },
  },
  ...{ total: '¥6,761', depositChange: '¥1,000', proposed: '3761', change: '¥1,239' },
  ...{ afterVoid: '¥2,000', afterCredit: '¥1,700', writtenOff: '¥2,200' },
  // Credited 300 + 400 + 2,200; paid 1,000 + 3,761 − 400 − 500.
  sums: {
    ...{ Subtotal: '6,590', Discounts: '−329', Shipping: '500', Total: '¥6,761' },
    ...{ 'includes tax 10%': '614', Credited: '−2,900', Paid: '−3,861', Settled: '¥0' },
  },
  invoice: ['5,940', '650', '−329', '¥6,761', 'includes tax 10% on 6,147', '614'],
  // 614 × 1,000 / 6,761 = 90.8
  creditNote: ['¥1,000', 'includes tax 10% on 909', '91'],
  // 6,761 − 700, and 1,000 + 2,000 − 2,000 + 3,761 − 400 − 500
  figures: ['Sales ¥6,061', 'Takings ¥3,861', 'Credited ¥700', 'Written off ¥2,200'],
  // 614 less 614 × 300 / 6,761 = 27.2 and 614 × 400 / 6,761 = 36.3
  tax: /5,510\s*551\s*6,061/,
  // Cash: 1,000 + 3,761, less 400 + 500
  methods: /4,761\s*900\s*3,861/,
  payments: [
    'payment,cash,1000,JPY',
    'payment,card,2000,JPY',
    'payment,cash,3761,JPY',
    'refund,cash,-400,JPY',
  ],
  // 4 × 1,250 − 100 + 700
  file: ['2001,2026-11-02,Bob,Tray,4,1250,100,700.0,10,10,inclusive,JPY,5600,2000'],
  imported: /A-1002.*¥5,600/,
  finer: '2002,2026-11-02,Bob,Tray,1,1250,0,0.5,10,10,inclusive,JPY,,',
};

export const DINAR: Sale = {
  currency: 'KWD',
  settings: { currency: 'KWD', taxMode: 'exclusive', defaultTaxRate: 5_000, cashStep: 5 },
  ...{ bowl: 23_750, cup: 4_500, taxRate: 5_000 },
  typed: {
    ...{ cupOff: '0.125', shipping: '1.25', deposit: '1.5', handed: '2', card: '3.250', cash: '5' },
    ...{ credit: '0.3', creditAndBack: '.45', back: '0.500', creditNote: '1' },
  },
  ...{ total: 'KWD 9.193', depositChange: 'KWD 0.500', proposed: '4.445', change: 'KWD 0.555' },
  ...{ afterVoid: 'KWD 3.250', afterCredit: 'KWD 2.950', writtenOff: 'KWD 3.450' },
  // Credited 0.300 + 0.450 + 3.450; paid 1.500 + 4.445 − 0.450 − 0.500.
  sums: {
    ...{ Subtotal: '7.900', Discounts: '−0.395', Shipping: '1.250', 'Tax 5%': '0.438', Total: 'KWD 9.193' },
    ...{ Credited: '−4.200', 'Rounded to coins': '0.002', Paid: '−4.995', Settled: 'KWD 0.000' },
  },
  invoice: ['7.125', '0.775', '−0.395', 'KWD 9.193', 'Tax 5% on 8.755', '0.438'],
  // Asked for as the invoice says it, without tax: 0.438 × 1.000 / 8.755 = 0.0500
  creditNote: ['KWD 1.050', 'Tax 5% on 1.000', '0.050'],
  // 9.193 − 0.750, and 1.500 + 3.250 − 3.250 + 4.445 − 0.450 − 0.500
  figures: ['Sales KWD 8.443', 'Takings KWD 4.995', 'Credited KWD 0.750', 'Written off KWD 3.450'],
  // 0.438 less 0.0143 and 0.0214
  tax: /8\.040\s*0\.403\s*8\.443/,
  // Cash: 1.500 + 4.445, less 0.450 + 0.500
  methods: /5\.945\s*0\.950\s*4\.995/,
  payments: [
    ...[
      'payment,cash,1.500,KWD',
      'payment,card,3.250,KWD',
      'payment,cash,4.445,KWD',
      'refund,cash,-0.450,KWD',
    ],
  ],
  // 4 × 1.125 − 0.250 = 4.250 with 0.213 of tax, 0.750 with 0.038
  file: ['2001,2026-11-02,Bob,Tray,4,1.125,0.25,0.750,5,5,exclusive,KWD,5.251,2'],
  imported: /A-1002.*KWD.5\.251/,
  finer: '2002,2026-11-02,Bob,Tray,1,1.125,0,0.0005,5,5,exclusive,KWD,,',
};
