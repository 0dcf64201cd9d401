import { inflateSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook } from './own-book.ts';

/** What stands on which sheet when papers come out of the printer, and that their figures are seen to be right. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };
const TEA = { name: 'Tea', unitPrice: 45_500, taxRate: 7_000, stock: 100_000 };

const paper = (page: Page, name: RegExp) => page.getByRole('article', { name });

/** Which of the sheets have writing on them, from 0: what is hidden is not written. */
const writtenSheets = async (page: Page): Promise<readonly number[]> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const contents = [...pdf.matchAll(/\/Type\s*\/Page\b[^]*?\/Contents (\d+) 0 R/g)];
  return contents.flatMap(([, id = ''], sheet) => {
    const head = new RegExp(`\\n${id} 0 obj\\s*<<[^>]*/Length (\\d+)[^>]*>>\\s*stream\\n`).exec(pdf);
    const start = head ? head.index + head[0].length : 0;
    const stream = Buffer.from(pdf.slice(start, start + Number(head?.[1])), 'latin1');
    // A sheet on which nothing is drawn is not compressed.
    const drawn = stream.length > 0 ? inflateSync(stream).toString('latin1') : '';
    return /\bT[jJ]\b/.test(drawn) ? [sheet] : [];
  });
};

/** Styles of one's own on the page, which takes no style elements; sheets have no numbers. */
const ownStyles = async (page: Page): Promise<(css: string) => Promise<void>> => {
  const styles = await page.evaluateHandle(() => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets.push(own);
    return own;
  });
  return (css) =>
    styles.evaluate((own, text) => {
      own.replaceSync(`@page { @bottom-right { content: none } } ${text}`);
    }, css);
};

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG, TEA]);
});

test('what an invoice comes to stands on one sheet, wherever the sheet ends', async ({ page }) => {
  const lines = Array.from({ length: 36 }, () => ({
    ...{ lineId: crypto.randomUUID(), productId: idOf('Mug'), quantity: 1_000 },
  }));
  const [orderId, invoiceId] = [crypto.randomUUID(), crypto.randomUUID()];
  await give(page, 'CreateDraft', { orderId, lines });
  await give(page, 'SubmitOrder', { orderId });
  await give(page, 'RecordPayment', {
    orderId,
    paymentId: crypto.randomUUID(),
    method: 'cash',
    amount: 2_000,
  });
  await give(page, 'IssueInvoice', { orderId, invoiceId, issuedOn: '2026-11-20' });
  await page.goto(`./#/print/invoice/${orderId}/${invoiceId}`);
  await expect(paper(page, /^Invoice/)).toContainText('€432.00');
  const style = await ownStyles(page);
  const sheets: (readonly number[])[] = [];
  // The whole paper moves down by less than a line at a time.
  for (let down = 80; down < 140; down += 4) {
    await style(`article h2 { padding-block-start: ${String(down)}mm } article * { visibility: hidden }
      article .sums * { visibility: visible }`);
    sheets.push(await writtenSheets(page));
  }
  // The second, then the third: the table is broken before.
  expect(sheets.filter((written) => written.length !== 1)).toEqual([]);
  expect(new Set(sheets.flat())).toEqual(new Set([1, 2]));
});

test('a receipt says what is taken off a line, so that its sums are seen to be right @phone', async ({
  page,
}) => {
  const orderId = idOf('less');
  const discount = { kind: 'percent', rate: 25_000 };
  const lines = [
    { lineId: idOf('less/Mug'), productId: idOf('Mug'), quantity: 2_000, discount },
    { lineId: idOf('less/Tea'), productId: idOf('Tea'), quantity: 1_000 },
  ];
  await give(page, 'CreateDraft', { orderId, lines });
  await give(page, 'SubmitOrder', { orderId });
  await page.goto(`./#/print/receipt/${orderId}`);
  const goods = (name: string) =>
    paper(page, /^Receipt/)
      .getByRole('listitem')
      .filter({ hasText: name });
  // 2 × 12.00 = 24.00, a quarter of it off.
  await expect(goods('Mug')).toContainText(/18\.00\s*less 6\.00/);
  await expect(goods('Tea')).not.toContainText('less');
  await accessible(page);
});
