import { present } from './present.ts';
import type { Article, Entry, Named, ToldShelf } from './format.ts';
import type { CustomerRecord, ProductRecord, Stocked, VariantRecord } from './records.ts';
import { commandIdOf, customerIdOf, productIdOf, variantIdOf } from './trade-ids.ts';

const nothing = { lines: 0, blame: () => [], worth: () => undefined };
interface Implied {
  readonly implied?: true;
}

/** A customer of a file of customers, or (`implied`) one whom an order names. */
export const customerEntry = (customer: CustomerRecord, implied: Implied = {}): Entry => {
  const id = customerIdOf(customer);
  const { company, email, phone, note, reference, taxNumber = '', paymentDays } = customer;
  const name = customer.name || company || email;
  const address = present(customer.address);
  return {
    ...nothing,
    ...implied,
    kind: 'customers',
    key: email || name,
    id,
    row: customer.row,
    commands: () => [
      {
        commandId: commandIdOf(implied.implied ? 'named-customer' : 'customer', id),
        type: 'CreateCustomer',
        payload: {
          customerId: id,
          name,
          ...present({ company, email, phone, note, reference, taxNumber }),
          ...(paymentDays === undefined ? {} : { paymentDays }),
          ...(Object.keys(address).length === 0 ? {} : { address }),
        },
      },
    ],
  };
};

const receipt = (id: string, quantity: number) =>
  quantity > 0
    ? [
        {
          commandId: commandIdOf('stock', id),
          type: 'ReceiveStock',
          payload: { productId: id, quantity },
        },
      ]
    : [];

const reordering = (id: string, { reorderLevel: level }: Pick<VariantRecord, 'reorderLevel'>) =>
  level === undefined
    ? []
    : [
        {
          commandId: commandIdOf('reorder', id),
          type: 'SetReorderLevel',
          payload: { productId: id, level },
        },
      ];

const policy = ({ stockPolicy }: Pick<VariantRecord, 'stockPolicy'>) =>
  stockPolicy === undefined ? {} : { stockPolicy };

const variantCommands = (product: ProductRecord, productId: string, variant: VariantRecord) => {
  const variantId = variant.id ?? variantIdOf(productId, variant.options);
  const { sku, barcode, options, unitPrice, quantity } = variant;
  return [
    {
      commandId: commandIdOf('variant', variantId),
      type: 'AddVariant',
      payload: {
        ...{ productId, variantId, options },
        ...present({ sku, barcode }),
        ...(unitPrice === product.unitPrice ? {} : { unitPrice }),
        ...policy(variant),
      },
    },
    ...receipt(variantId, quantity),
    ...reordering(variantId, variant),
  ];
};

/** `Shirt - Small / Red`, as shops write a variant on an order's line. */
export const variantName = (product: string, options: readonly { readonly value: string }[]): string =>
  `${product} - ${options.map(({ value }) => value).join(' / ')}`;

const offersOf = ({ sku, name, variants = [] }: ProductRecord, productId: string): (Article & Named)[] =>
  variants.length === 0
    ? [{ sku, name, productId }]
    : variants.map((variant) => ({
        productId,
        variantId: variant.id ?? variantIdOf(productId, variant.options),
        sku: variant.sku,
        name: variantName(name, variant.options),
      }));

const shelf = (productId: string, { quantity, isSaid, reorderLevel, stockPolicy }: Stocked): ToldShelf => ({
  productId,
  ...(isSaid && { quantity }),
  ...(isSaid && stockPolicy !== undefined && { stockPolicy }),
  ...(reorderLevel !== undefined && { reorderLevel }),
});

/** A variant is treated as its product is, unless it says otherwise. */
const isUncounted = ({ stockPolicy, variants = [] }: ProductRecord): boolean => {
  const policies = variants.map((variant) => variant.stockPolicy ?? stockPolicy);
  return (policies.length === 0 ? [stockPolicy] : policies).every((one) => one === 'uncounted');
};

/** A product with its variants and what lies on the shelf of it. */
export const productEntry = (product: ProductRecord, implied: Implied = {}): Entry => {
  const id = productIdOf(product);
  const { name, sku, barcode, unit, unitPrice, taxRate, quantity, tags = [], images = [] } = product;
  const { description = '', vendor = '', variants = [] } = product;
  const create = {
    commandId: commandIdOf(implied.implied ? 'named-product' : 'product', id),
    type: 'CreateProduct',
    payload: {
      ...{ productId: id, name, unit, unitPrice, taxRate },
      ...present({ sku, barcode, description, vendor }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(images.length === 0 ? {} : { images }),
      ...policy(product),
    },
  };
  return {
    ...nothing,
    ...implied,
    kind: 'products',
    key: product.handle ?? (sku || name),
    id,
    row: product.row,
    isUncounted: isUncounted(product),
    remarks: [product, ...variants].flatMap(({ remarks = [] }) => remarks),
    offers: offersOf(product, id),
    shelves:
      variants.length === 0
        ? [shelf(id, product)]
        : variants.map((one) => shelf(one.id ?? variantIdOf(id, one.options), one)),
    commands: () => [
      create,
      ...receipt(id, quantity),
      ...reordering(id, product),
      ...variants.flatMap((variant) => variantCommands(product, id, variant)),
    ],
  };
};
