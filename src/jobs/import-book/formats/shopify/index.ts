import type { Format } from '../format.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';

/** A Shopify shop's own exports: products with their variants and images, orders with one row to a line. */
export const shopify: readonly Format[] = [products, orders];
