/** The read models that pages ask, by name: a page that begins needs no more of them. */
export const views: readonly string[] = [
  'activity',
  'book',
  'customer-orders',
  'customer-statement',
  'customers',
  'imports',
  'order-details',
  'order-history',
  'order-list',
  'price-history',
  'products',
  'sales',
  'search',
  'stock',
];
