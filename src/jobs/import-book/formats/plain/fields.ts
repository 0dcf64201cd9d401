import type { Kind } from '../format.ts';

// What a table of one's own can say, field by field, under the titles that the book's own exports write. A person may
// lay any other title beside a field. Titles and field names are for ever: remembered mappings and files hold them.

const address = {
  street: 'Street',
  city: 'City',
  region: 'Region',
  postcode: 'Postcode',
  country: 'Country',
};

const customers = {
  id: 'Customer ID',
  name: 'Name',
  company: 'Company',
  email: 'E-mail',
  phone: 'Phone',
  ...address,
  note: 'Note',
  reference: 'Reference',
  taxNumber: 'Tax number',
  paymentDays: 'Days to pay',
};

const products = {
  id: 'Product ID',
  variantId: 'Variant ID',
  name: 'Product',
  option1Name: 'Option 1',
  option1Value: 'Option 1 value',
  option2Name: 'Option 2',
  option2Value: 'Option 2 value',
  option3Name: 'Option 3',
  option3Value: 'Option 3 value',
  sku: 'SKU',
  barcode: 'Barcode',
  unit: 'Unit',
  price: 'Price',
  taxRate: 'Tax %',
  stock: 'On hand',
  policy: 'When short',
  reorderLevel: 'Reorder level',
  vendor: 'Vendor',
  tags: 'Tags',
  description: 'Description',
};

const orders = {
  orderId: 'Order ID',
  number: 'Order',
  placedAt: 'Placed',
  status: 'Status',
  customerId: 'Customer ID',
  customer: 'Customer',
  company: 'Company',
  email: 'E-mail',
  phone: 'Phone',
  ...address,
  productId: 'Product ID',
  variantId: 'Variant ID',
  product: 'Product',
  variant: 'Variant',
  sku: 'SKU',
  quantity: 'Quantity',
  price: 'Unit price',
  lineDiscount: 'Line discount',
  taxRate: 'Tax %',
  orderDiscount: 'Order discount',
  shipping: 'Shipping',
  shippingTaxRate: 'Shipping tax %',
  taxMode: 'Tax mode',
  currency: 'Currency',
  total: 'Total',
  paid: 'Paid',
  paymentMethod: 'Payment method',
  shippedAt: 'Shipped',
  promisedOn: 'Promised',
  dueOn: 'Due',
  note: 'Order note',
};

export const fieldTitles = { customers, products, orders } as const satisfies Record<
  Kind,
  Record<string, string>
>;

/** Fields without which a row says nothing. */
export const neededFields: Record<Kind, readonly string[]> = {
  customers: ['name'],
  products: ['name', 'price'],
  orders: ['number', 'placedAt', 'product', 'quantity', 'price'],
};

export type Field<Of extends Kind> = keyof (typeof fieldTitles)[Of] & string;
