import type { Rejection } from '../../../kernel/index.ts';

/** A product of which more is wanted than may be sold, in thousandths of its unit. */
export interface BlockedProduct {
  readonly productId: string;
  readonly name: string;
  readonly unit: string;
  readonly wanted: number;
  readonly available: number;
}

const isBlocked = (value: unknown): value is BlockedProduct => {
  if (typeof value !== 'object' || value === null) return false;
  const { productId, name, unit, wanted, available } = value as Partial<
    Record<keyof BlockedProduct, unknown>
  >;
  const isText = [productId, name, unit].every((member) => typeof member === 'string');
  return isText && typeof wanted === 'number' && typeof available === 'number';
};

/** The products that a `stock-blocked` refusal names. */
export const blockedIn = ({ values }: Rejection): readonly BlockedProduct[] => {
  const { products } = values;
  return (Array.isArray(products) ? (products as unknown[]) : []).filter(isBlocked);
};
