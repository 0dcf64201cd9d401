import { parsePlainDecimal, QUANTITY_DECIMALS, UNIT_PRICE_DECIMALS } from '../../domain/pricing/index.ts';
import { sampleId } from './source.ts';
import type { SampleUnit } from './words/shape.ts';

export interface SampleProduct {
  readonly productId: string;
  readonly sku: string;
  readonly unit: SampleUnit;
  /** Ten-thousandths of a euro. */
  readonly unitPrice: number;
  /** Thousandths of a percent. */
  readonly taxRate: number;
  /** Thousandths: half as much again comes in at the season's start, and half of it each month. */
  readonly stocked: number;
  /** Thousandths: at so much it is time to order more. */
  readonly reorder?: number;
  readonly policy: 'warn' | 'block';
}

/** Reduced and full rate, prices with tax: SKU; unit; price; rate; stock; reorder level; policy where it is not `warn`. */
const TABLE = `
AP-BOS; kg; 2.80; 7; 24
AP-TOP; kg; 3.20; 7; 30
PO-WAX; kg; 1.60; 7; 40
CA-BUN; bunch; 2.20; 7; 14; 10
SQ-HOK; kg; 2.90; 7; 24
BE-CHI; kg; 3.40; 7; 20
EG-010; box; 4.50; 7; 24; 20
CH-MTN; kg; 24.90; 7; 8
CH-GOA; pcs; 4.20; 7; 18
BU-250; pcs; 3.40; 7; 24
BR-RYE; loaf; 5.60; 7; 16; 12
BR-SPE; loaf; 5.20; 7; 14
HO-500; jar; 7.50; 7; 20; 12
JA-APR; jar; 5.40; 7; 16
CH-PLU; jar; 4.90; 7; 12
JU-APL; bottle; 3.20; 19; 24
CI-PEA; bottle; 8.90; 19; 20
CA-BEE; pcs; 9.80; 19; 12; 10
LI-TOW; pcs; 14.50; 19; 20
WO-OLI; pcs; 12.00; 19; 14; 15
WO-OAK; pcs; 68.00; 19; 10; 8
ST-MUG; pcs; 22.00; 19; 12; 8
ST-BOW; pcs; 26.00; 19; 16; 10
WL-BLA; pcs; 129.00; 19; 4; ; block
`;

/** The table is ours: what it holds is a number. */
const exact = (text: string, decimals: number): number => {
  const parsed = parsePlainDecimal(text, { decimals });
  return parsed.ok ? parsed.value : 0;
};

export const catalogue: readonly SampleProduct[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [sku = '', unit = '', price = '', rate = '', stocked = '', reorder = '', policy] = row
      .split(';')
      .map((cell) => cell.trim());
    return {
      productId: sampleId('product', sku),
      sku,
      unit: unit as SampleUnit,
      unitPrice: exact(price, UNIT_PRICE_DECIMALS),
      taxRate: exact(rate, 3),
      stocked: exact(stocked, QUANTITY_DECIMALS),
      ...(reorder !== '' && { reorder: exact(reorder, QUANTITY_DECIMALS) }),
      policy: policy === 'block' ? 'block' : 'warn',
    };
  });
