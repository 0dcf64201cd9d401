import { Quantity } from './pricing/index.ts';

/** A quantity we computed ourselves, in thousandths. Throws for one below zero or not whole: that is a defect. */
export const quantity = (thousandths: number): Quantity => Quantity.parse(thousandths);
