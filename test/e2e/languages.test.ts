import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { v7 } from 'uuid';
import { accessible } from './accessible.ts';
import { misfits } from './fitting.ts';
import { openOwnBook } from './own-book.ts';

const project = JSON.parse(readFileSync('src/ui/words/project.inlang/settings.json', 'utf8')) as {
  locales: Language[];
};

type Language = 'en' | 'de' | 'es' | 'pt' | 'ar';

/** "1.5" as it is typed there. */
const ONE_AND_A_HALF: Readonly<Record<Language, string>> = {
  ...{ en: '1.5', de: '1,5', es: '1,5', pt: '1,5', ar: '١٫٥' },
};

const words = (language: Language, file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(`src/ui/words/messages/${language}/${file}.json`, 'utf8')) as Record<
    string,
    string
  >;

const word = (language: Language, file: string, key: string): string => words(language, file)[key] ?? key;

/** Chooses the language in Settings, which begin anew in it. */
async function speak(page: Page, from: Language, to: Language): Promise<void> {
  await page.goto('./#/settings');
  // What is typed and not saved is still there in the other language.
  await page.getByLabel(word(from, 'settings', 'settings_name')).fill('Half typed');
  await page.getByLabel(word(from, 'settings', 'settings_phone')).fill('0170 12');
  await page.getByLabel(word(from, 'settings', 'settings_language')).selectOption(to);
  await expect(page.locator('html')).toHaveAttribute('lang', to);
  await expect(page.getByLabel(word(to, 'settings', 'settings_name'))).toHaveValue('Half typed');
  await expect(page.getByLabel(word(to, 'settings', 'settings_phone'))).toHaveValue('0170 12');
}

test('every language: its words, its direction and its way to write numbers @phone', async ({ page }) => {
  await openOwnBook(page, [{ name: 'Linen', unitPrice: 100_000, taxRate: 0, stock: 9_000 }]);
  // One of the rarer refusals, which is told in the words of whoever looks.
  const refused = await page.evaluate(
    (importId) =>
      window.counterfoil.dispatch('FinishImport', {
        importId,
        counts: { customers: 0, products: 0, orders: 0, lines: 0 },
      }),
    v7(),
  );
  expect(refused.status).toBe('rejected');
  let before: Language = 'en';
  for (const language of [...project.locales.filter((one) => one !== 'en'), 'en' as const]) {
    const said = (file: string, key: string): string => word(language, file, key);
    await test.step(language, async () => {
      await speak(page, before, language);
      before = language;
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('settings', 'settings_title'));

      await page.goto('./#/today');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('today', 'today_title'));
      if (language !== 'en') {
        const left = (key: string): string => word('en', 'today', key);
        for (const key of ['today_taken', 'today_nothing', 'today_nothing_text', 'today_safe_how'])
          await expect(page.getByText(left(key), { exact: true })).toHaveCount(0);
      }

      await page.goto('./#/engine/refused');
      await expect(page.getByText(said('errors', 'error_unknown_import'))).toBeVisible();

      await page.goto('./#/orders/new');
      await page.getByRole('combobox', { name: said('new-order', 'new_order_add') }).fill('Lin');
      await page.getByRole('option', { name: /Linen/ }).click();
      const quantity = page.getByRole('textbox', { name: said('new-order', 'new_order_quantity') }).last();
      await quantity.fill(ONE_AND_A_HALF[language]);
      await quantity.press('Tab');
      const total = await page.evaluate(
        (locale) =>
          new Intl.NumberFormat(locale, {
            style: 'currency',
            currency: 'EUR',
            currencyDisplay: 'narrowSymbol',
          }).format(15),
        language,
      );
      await expect(page.getByText(total, { exact: false }).last()).toBeVisible();
      expect(await misfits(page), language).toEqual([]);
      if (language === 'ar' || language === 'de') await accessible(page);
    });
  }
});

test.describe('whoever opens the app', () => {
  test.use({ locale: 'de-DE' });

  test('finds the sample book in their own language', async ({ page }) => {
    await page.goto('./');
    await page
      .getByRole('button', { name: new RegExp(word('de', 'first-run', 'first_run_sample_title')) })
      .click();
    await page
      .getByRole('button', { name: word('de', 'first-run', 'first_run_sample_go') })
      .click({ timeout: 120_000 });
    await page.goto('./#/products');
    await expect(page.getByRole('link', { name: 'Kartoffeln, festkochend' })).toBeVisible();
  });
});
