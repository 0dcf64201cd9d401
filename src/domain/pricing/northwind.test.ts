import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  CurrencyCode,
  Discount,
  parsePlainDecimal,
  priceOrder,
  Quantity,
  QUANTITY_DECIMALS,
  TaxRate,
  UNIT_PRICE_DECIMALS,
  UnitPrice,
  type LineToPrice,
} from './index.ts';

const file = resolve(import.meta.dirname, '../../../../shared/data/northwind/orders.csv');

function exactly(text: string | undefined, decimals: number): number {
  const parsed = parsePlainDecimal(text ?? '', { decimals });
  if (!parsed.ok) throw new Error(`${String(text)}: ${parsed.error}`);
  return parsed.value;
}

/** The file is a join: OrderID stands in it twice, so columns are told by place; price, quantity, discount come last. */
function readLines(): Map<string, LineToPrice[]> {
  const rows = Papa.parse<string[]>(readFileSync(file, 'utf8'), { skipEmptyLines: true }).data.slice(1);
  const orders = new Map<string, LineToPrice[]>();
  rows.forEach((row, index) => {
    const [unitPrice, quantity, discount] = row.slice(-3);
    const line = {
      lineId: String(index),
      unitPrice: UnitPrice.parse(exactly(unitPrice, UNIT_PRICE_DECIMALS)),
      quantity: Quantity.parse(exactly(quantity, QUANTITY_DECIMALS)),
      taxRate: TaxRate.parse(0),
      // 0.15 is 15 %: five decimals make a fraction of 1 thousandths of a percent
      discount: Discount.parse({ kind: 'percent', rate: exactly(discount, 5) }),
    };
    const id = row[0] ?? '';
    orders.set(id, [...(orders.get(id) ?? []), line]);
  });
  return orders;
}

describe.skipIf(!existsSync(file))(
  'the Northwind order book (needs northwind/orders.csv beside the project)',
  () => {
    it.each(['inclusive', 'exclusive'] as const)('comes to the known sums, tax %s', (taxMode) => {
      const books = [...readLines().values()].map((lines) => {
        const currency = CurrencyCode.parse('USD');
        const outcome = priceOrder({ currency, taxMode, rounding: 'perLine', lines });
        if (!outcome.ok) throw new Error(outcome.error.code);
        return outcome.value;
      });
      const sum = (field: 'subtotal' | 'total') => books.reduce((total, order) => total + order[field], 0);
      expect([books.length, books.flatMap(({ lines }) => lines).length]).toEqual([830, 2155]);
      expect([sum('subtotal'), sum('total')]).toEqual([135_445_859, 126_579_329]);
    });
  },
);
