const CUSTOMERS = 91;
const PRODUCTS = 77;
/** In Northwind 21 of 830 orders are not shipped yet. */
const OPEN_SHARE = 21 / 830;
const DAY_MS = 86_400_000;

/** Numbers between 0 and 1 that are the same in every run. */
const chanceOf = (seed) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const customerId = (n) => `C${String(n % CUSTOMERS).padStart(4, '0')}`;
const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10);
const rowsOf = (header, count, row) =>
  [header, ...Array.from({ length: count }, (_, n) => row(n))].join('\n');

export const customersFile = () => ({
  name: 'customers.csv',
  text: rowsOf(
    'CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax',
    CUSTOMERS,
    (n) =>
      `${customerId(n)},Company ${n},Contact ${n},Owner,${n} High Street,Town ${n % 20},,${10_000 + n},Germany,030-00${n},`,
  ),
});

export const productsFile = () => ({
  name: 'products.csv',
  text: rowsOf(
    'ProductID,ProductName,SupplierID,CategoryID,QuantityPerUnit,UnitPrice,UnitsInStock,UnitsOnOrder,ReorderLevel,Discontinued',
    PRODUCTS,
    (n) => `${n + 1},Product ${n + 1},1,1,10 boxes x ${n} bags,${(n * 37) % 90}.5,1000000,0,0,0`,
  ),
});

/**
 * A file of orders as Northwind's joined one is: one to four lines each (2.5 on average), nearly all shipped.
 * @param {number} first number of its first order
 * @param {number} count orders
 */
export const ordersFile = (first, count) => {
  const chance = chanceOf(first);
  const rows = [
    'OrderID,CustomerID,EmployeeID,OrderDate,RequiredDate,ShippedDate,ShipVia,Freight,ShipName,ShipAddress,ShipCity,ShipRegion,ShipPostalCode,ShipCountry,OrderID,ProductID,UnitPrice,Quantity,Discount',
  ];
  for (let order = first; order < first + count; order += 1) {
    const customer = Math.floor(chance() * CUSTOMERS);
    const placed = Date.parse('2015-01-01') + Math.floor(chance() * 4000) * DAY_MS;
    const shipped = chance() < OPEN_SHARE ? '' : dayOf(placed + 5 * DAY_MS);
    const freight = `${Math.floor(chance() * 80)}.${10 + Math.floor(chance() * 89)}`;
    const head = `${order},${customerId(customer)},5,${dayOf(placed)},${dayOf(placed + 28 * DAY_MS)},${shipped},3,${freight},Company ${customer},${customer} High Street,Town ${customer % 20},,${10_000 + customer},Germany,${order}`;
    const product = Math.floor(chance() * PRODUCTS);
    const lines = 1 + Math.floor(chance() * 4);
    for (let line = 0; line < lines; line += 1)
      rows.push(
        `${head},${1 + ((product + 7 * line) % PRODUCTS)},${5 + (line * 13) / 2},${1 + Math.floor(chance() * 40)},${chance() < 0.4 ? 0.15 : 0}`,
      );
  }
  return { name: `orders-${first}.csv`, text: rows.join('\n') };
};
