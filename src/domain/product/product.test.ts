import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { price, shop, SOAP, tax, TEA } from '../../../test/spec/shop.ts';
import { stock, StockPolicySet } from '../stock/index.ts';
import {
  ArchiveProduct,
  ChangeProduct,
  CreateProduct,
  ProductArchived,
  ProductChanged,
  ProductCreated,
  ProductRestored,
  products,
  RestoreProduct,
} from './index.ts';

const tea = { productId: TEA, name: 'Tea', unit: 'tin', unitPrice: price(4.5), taxRate: tax(7) };
const archived = on(products, TEA, ProductArchived({ productId: TEA }));

describe('a new product', () => {
  it('gets a place on the shelf in the same commit, which warns when short', () =>
    given()
      .when(CreateProduct, tea)
      .then(
        on(products, TEA, ProductCreated(tea)),
        on(stock, TEA, StockPolicySet({ productId: TEA, policy: 'warn' })),
      ));

  it('has the stock policy it is given, and takes empty fields for none', () =>
    given()
      .when(CreateProduct, { ...tea, name: '  Tea ', sku: '', barcode: ' ', stockPolicy: 'block' })
      .then(ProductCreated(tea), StockPolicySet({ productId: TEA, policy: 'block' })));

  it('is created once', () =>
    given().when(CreateProduct, tea).again().thenRejected('product-exists', { productId: TEA, name: 'Tea' }));

  it('has no price with a fraction of the smallest part', () =>
    given()
      .when(CreateProduct, { ...tea, unitPrice: 4.5 })
      .thenMalformed('unitPrice'));
});

describe('a product', () => {
  it('tells its whole description when a part changes', () =>
    given(...shop())
      .when(ChangeProduct, { productId: TEA, unitPrice: price(5), sku: '' })
      .then(ProductChanged({ ...tea, unitPrice: price(5) })));

  it('changes once', () =>
    given(...shop())
      .when(ChangeProduct, { productId: TEA, unitPrice: price(5), stockPolicy: 'block' })
      .again()
      .thenNothing());

  it('tells the shelf alone when only its stock policy changes', () =>
    given(...shop())
      .when(ChangeProduct, { productId: TEA, stockPolicy: 'allow' })
      .then(on(stock, TEA, StockPolicySet({ productId: TEA, policy: 'allow' }))));

  it('is described with what a shop window says of it, and without it again', async () => {
    const story = {
      ...{ description: 'Dark and strong', vendor: 'Berg & Co', tags: ['drink', 'leaf'] },
      images: [{ url: 'https://example.org/tea.jpg', alt: 'A tin of tea' }],
    };
    const told = { ...tea, sku: 'T-1', ...story };
    await given(...shop())
      .when(ChangeProduct, {
        ...{ productId: TEA, ...story, tags: ['drink', '', 'leaf', 'drink'] },
      })
      .then(ProductChanged(told));
    await given(...shop(), on(products, TEA, ProductChanged(told)))
      .when(ChangeProduct, { productId: TEA, description: '', vendor: '', tags: [], images: [] })
      .then(ProductChanged({ ...tea, sku: 'T-1' }));
  });

  it.each(['javascript:alert(1)', 'data:image/png;base64,AAAA', 'tea.jpg'])('has no picture at %s', (url) =>
    given(...shop())
      .when(ChangeProduct, { productId: TEA, images: [{ url }] })
      .thenMalformed('images.0.url'),
  );

  it('is archived once', async () => {
    const archiving = given(...shop()).when(ArchiveProduct, { productId: SOAP });
    await archiving.then(ProductArchived({ productId: SOAP }));
    await archiving.again().thenNothing();
  });

  it('is restored once', async () => {
    const restoring = given(...shop(), archived).when(RestoreProduct, { productId: TEA });
    await restoring.then(ProductRestored({ productId: TEA }));
    await restoring.again().thenNothing();
  });
});

describe('a product that does not exist', () => {
  it.each([ChangeProduct, ArchiveProduct, RestoreProduct])('refuses $type', (command) =>
    given().when(command, { productId: TEA }).thenRejected('unknown-product', { productId: TEA }),
  );
});
