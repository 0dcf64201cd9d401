import type { Mapping } from '../../../jobs/import-book/index.ts';

// What shops, spreadsheets and other programs call a column, in the languages of the app. Not words that anybody reads here:
// small letters and figures only, as titles are compared.

const address = {
  street:
    'address address1 addressline addressline1 streetaddress straße strasse adresse anschrift calle dirección rua endereço العنوان',
  city: 'city town ort stadt ciudad localidad cidade المدينة',
  region: 'region state province bundesland provincia estado',
  postcode: 'postcode zip zipcode postalcode plz postleitzahl códigopostal cep',
  country: 'country land país البلد',
};
const person = {
  email: 'email mail emailaddress emailadresse correo correoelectrónico البريدالإلكتروني',
  phone:
    'phone telephone tel mobile phonenumber telefon handy telefonnummer teléfono móvil telefone celular الهاتف',
  company: 'company companyname firma unternehmen empresa razónsocial razãosocial الشركة',
};
const goods = {
  price:
    'price unitprice saleprice listprice retailprice sellingprice preis einzelpreis verkaufspreis vk precio preciounitario precioventa preciodeventa pvp preço preçounitário preçodevenda السعر',
  sku: 'sku itemcode productcode stockcode itemnumber itemno articlenumber artikelnummer artikelnr artnr referencia código',
  taxRate: 'tax taxrate vat vatrate mwst ust steuer steuersatz iva impuesto imposto الضريبة',
};
const note =
  'note notes remark remarks comment comments notiz bemerkung nota observaciones observações ملاحظة';
const product =
  'product productname item itemname title article artikel artikelname bezeichnung produkt producto artículo produto المنتج';
const customer =
  'customer customername client contact contactname fullname kunde kundenname ansprechpartner cliente contacto contato العميل';

const names: { readonly [Kind in Mapping['kind']]: Readonly<Record<string, string>> } = {
  customers: {
    ...{ ...address, ...person, note, name: `${customer} nombre nome الاسم` },
    reference:
      'customernumber customerno customercode account accountnumber accountno accountcode kundennummer kundennr códigocliente códigodecliente códigodocliente',
    taxNumber:
      'vatnumber vatno vatid vatregno vatregistrationnumber taxno taxid taxnumber taxregistrationnumber trn tin gstin abn ustid ustidnr umsatzsteuerid umsatzsteueridentifikationsnummer uidnummer steuernummer steuernr steuerid nif cif nifcif rfc nit cuit númerofiscal identificaciónfiscal nipc cnpj cpf cnpjcpf cpfcnpj numerodecontribuinte númerodecontribuinte contribuinte الرقمالضريبي',
    paymentDays:
      'paymentdays daystopay termsdays termdays creditdays netdays duedays zahlungsziel zahlungszieltage zahlungszielintagen zahlungsfrist díasdepago díasparapagar plazodepago díasdecrédito diasparapagar prazodepagamento diasdeprazo مهلةالدفع أيامالدفع',
  },
  products: {
    ...{ ...goods, name: `${product} name nombre nome الاسم` },
    barcode: 'barcode ean gtin upc strichcode códigodebarras',
    unit: 'unit uom einheit unidad unidade الوحدة',
    stock:
      'stock instock stocklevel stockqty qtyinstock onhand quantity qty inventory bestand lagerbestand menge existencias cantidad estoque quantidade المخزون',
    vendor: 'vendor supplier brand lieferant hersteller marke proveedor fornecedor marca',
    tags: 'tags schlagworte schlagwörter etiquetas',
    description: 'description beschreibung descripción descrição الوصف',
  },
  orders: {
    ...{ ...address, ...person, ...goods, note, product, customer: `${customer} name` },
    number:
      'order ordernumber orderno orderid bestellung bestellnummer auftrag auftragsnummer pedido númerodepedido',
    placedAt: 'date orderdate datum bestelldatum auftragsdatum fecha data التاريخ',
    quantity: 'quantity qty amount menge anzahl cantidad quantidade الكمية',
    shipping: 'shipping shippingfee freight versand versandkosten envío frete',
    total: 'total gesamt summe gesamtbetrag',
    currency: 'currency währung moneda moeda',
  },
};

/** Other names of a field, folded. */
export const otherNames = (kind: Mapping['kind'], field: string): readonly string[] =>
  names[kind][field]?.split(' ') ?? [];
