import type { Format } from '../format.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';

/** A WooCommerce shop's products as its own exporter writes them, and orders exported with one row to an item. */
export const woocommerce: readonly Format[] = [products, orders];
