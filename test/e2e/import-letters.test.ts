import { expect, test, type Page } from '@playwright/test';
import { check, csv, held, openEmptyBook } from './import-desk.ts';

/** As Excel writes a table in Western Europe: between semicolons, and not in Unicode. 0x80 is its euro sign. */
const western = (name: string, ...lines: readonly string[]) => ({
  ...csv(name),
  buffer: Buffer.from(lines.join('\r\n').replaceAll('€', '\u0080'), 'latin1'),
});

const customers = western(
  'kunden.csv',
  'Customer ID;Name;E-mail;City',
  ';Jörg Müßig;joerg@example.com;Köln',
  ';Zoë Ñandú;zoe@example.com;Málaga',
);
const products = western(
  'produkte.csv',
  'Product ID;Product;Price;On hand',
  ';Käse für 5 €;5,00;-2',
  ';Gravur;9,50;',
);

const letters = (page: Page) => page.getByRole('region', { name: /letters are/ });
const begin = (page: Page) => page.getByRole('button', { name: /^Import \d/ });

test.beforeEach(async ({ page }) => {
  await openEmptyBook(page);
});

test('files that are not Unicode are read as somebody says, once the names are seen to be right', async ({
  page,
}) => {
  await check(page, [customers, products]);
  const problems = page.getByRole('region', { name: 'Problems' });
  for (const file of [customers.name, products.name])
    await expect(problems.getByRole('paragraph').filter({ hasText: file })).toContainText(
      'The letters cannot be read',
    );
  await expect(problems).toContainText('Row 2 is the first that is not in UTF-8.');
  await expect(begin(page)).toHaveCount(0);
  expect(await held(page)).toEqual({ orders: 0, products: 0, customers: 0 });

  const asked = letters(page);
  const people = asked.getByLabel('Letters of kunden.csv');
  await people.selectOption('Western European (Mac)');
  await expect(asked).not.toContainText('Jörg Müßig');
  await people.selectOption('Western European (Windows)');
  for (const line of ['Jörg Müßig', 'Zoë Ñandú', 'Käse für 5 €']) await expect(asked).toContainText(line);
  await asked.getByRole('button', { name: 'Read it so' }).click();

  await expect(begin(page)).toHaveText('Import 2 customers, 2 products');
  await expect(asked.getByRole('heading', { name: 'How the letters are read' })).toBeVisible();
  await expect(asked.getByRole('button', { name: 'Read it so' })).toHaveCount(0);
  // What is seen is what comes in: not while another way of reading is looked at.
  await people.selectOption('Greek (Windows)');
  await expect(begin(page)).toBeDisabled();
  await people.selectOption('Western European (Windows)');
  await expect(begin(page)).toBeEnabled();
  expect(await held(page)).toEqual({ orders: 0, products: 0, customers: 0 });
  await begin(page).click();
  await expect(page.getByRole('heading', { name: /^Import(ing|ed)$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await expect.poll(() => held(page)).toEqual({ orders: 0, products: 2, customers: 2 });

  await page.goto('./#/customers');
  await page.getByRole('searchbox').fill('müßig');
  await expect(page.getByRole('link', { name: /Jörg Müßig/ })).toBeVisible();
  await page.goto('./#/products');
  await page.getByRole('searchbox').fill('käse');
  await expect(page.getByRole('link', { name: /Käse für 5 €/ })).toBeVisible();

  // What was right last time is proposed, and the same files add nothing.
  await check(page, [customers, products]);
  await expect(letters(page)).toContainText('Jörg Müßig');
  await letters(page).getByRole('button', { name: 'Read it so' }).click();
  await expect(page.getByText('Everything in these files is in the book already.')).toBeVisible();
  await expect(begin(page)).toHaveCount(0);
});

test('what Excel calls Unicode text is read without a question', async ({ page }) => {
  const text = '\uFEFFCustomer ID\tName\tE-mail\r\n\tŁucja Żak\tl@example.com';
  await check(page, [{ ...csv('unicode.txt'), buffer: Buffer.from(text, 'utf16le') }]);
  await expect(letters(page)).toHaveCount(0);
  await expect(begin(page)).toHaveText('Import 1 customer');
});
