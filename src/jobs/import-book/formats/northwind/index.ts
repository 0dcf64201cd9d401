import type { Format } from '../format.ts';
import { customers } from './customers.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';

/** The Northwind traders' book as it is commonly shared: customers, products, and orders joined with their lines. */
export const northwind: readonly Format[] = [customers, products, orders];
