import { expect, type Locator, type Page } from '@playwright/test';
import { v5 } from 'uuid';

type Payload = Readonly<Record<string, unknown>>;

/** The scripting door opens once the page knows which book is the present one, which may be after it has loaded. */
export const atTheDoor = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => 'counterfoil' in window);
};

/**
 * The button in the message that came last, which comes a little after it: those of before still stand above. A message
 * leaves by itself, but not while somebody points at it: who looks at something else before the press hovers there first.
 */
export const newestUndo = (page: Page): Locator =>
  page.locator('.toast').last().getByRole('button', { name: 'Undo', exact: true });

/** Sends a command through the scripting door, as of `occurredAt` or now, and insists that the book took it. */
export const give = async (
  page: Page,
  type: string,
  payload: Payload,
  occurredAt?: string,
): Promise<void> => {
  await atTheDoor(page);
  await page.evaluate(
    async ([name, what, at]) => {
      const receipt = await window.counterfoil.dispatch(
        name,
        what,
        at === undefined ? {} : { occurredAt: at },
      );
      if (receipt.status !== 'committed') throw new Error(`${name}: ${JSON.stringify(receipt)}`);
    },
    [type, payload, occurredAt] as const,
  );
};

/** Asks the book by the name of a query, and waits until the answer knows of all that is in the log by now. */
export const ask = <Answer>(page: Page, name: string, params: Payload = {}): Promise<Answer> =>
  page.evaluate(
    async ([query, what]) => {
      const { head } = await window.counterfoil.health();
      const options = { atLeast: head.position, timeoutMs: 60_000 };
      return (await window.counterfoil.query(query, what, options)).answer;
    },
    [name, params] as const,
  ) as Promise<Answer>;

const NAMES = '5b1f1f5e-6f0b-4d0e-9a53-0c1d6a2f7e44';

/** The id of something that a test calls by a name: the same in every run. */
export const idOf = (name: string): string => v5(name, NAMES);

export interface Goods {
  readonly name: string;
  /** Ten-thousandths of a major unit. */
  readonly unitPrice: number;
  /** Thousandths of a percent. */
  readonly taxRate: number;
  /** Thousandths. */
  readonly stock: number;
  readonly policy?: 'allow' | 'warn' | 'block';
}

/** A book of one's own, in euros with tax included, with these goods on the shelf. Every figure of a test is its own. */
export const openOwnBook = async (
  page: Page,
  goods: readonly Goods[],
  settings: Payload = {},
): Promise<void> => {
  await page.goto('./');
  await expect(page.getByRole('button', { name: /Start an empty book/ })).toBeVisible();
  await give(page, 'OpenBook', {
    ...{ name: 'Test shop', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-', ...settings },
  });
  for (const { name, unitPrice, taxRate, stock, policy } of goods) {
    const productId = idOf(name);
    await give(page, 'CreateProduct', {
      ...{ productId, name, unit: 'pcs', unitPrice, taxRate },
      ...(policy === undefined ? {} : { stockPolicy: policy }),
    });
    if (stock > 0) await give(page, 'ReceiveStock', { productId, quantity: stock });
  }
  // A picker asks once for what is typed: by then all of it is to be found.
  if (goods.length > 0) await ask(page, 'ProductList', { limit: 1 });
};

export interface Taken {
  readonly customer?: string;
  readonly lines: Readonly<Record<string, number>>;
}

/** Takes and places an order; the names say which goods, the figures how many (whole ones). */
export const placeOrder = async (page: Page, name: string, { customer, lines }: Taken): Promise<string> => {
  const orderId = idOf(name);
  await give(page, 'CreateDraft', {
    orderId,
    ...(customer === undefined ? {} : { customerId: idOf(customer) }),
    lines: Object.entries(lines).map(([product, pieces]) => ({
      ...{ lineId: idOf(`${name}/${product}`), productId: idOf(product), quantity: pieces * 1_000 },
    })),
  });
  await give(page, 'SubmitOrder', { orderId });
  return orderId;
};

export const sheet = (page: Page) => page.getByRole('region', { name: 'The order' });

/** Opens an order's page and waits until it is there. */
export const openOrder = async (page: Page, number: string, orderId: string): Promise<void> => {
  await page.goto(`./#/orders/${orderId}`);
  await expect(page.getByRole('heading', { level: 1 }).getByText(number, { exact: true })).toBeVisible();
};

/** Chooses a step of one of the order's menus. */
export const choose = async (page: Page, menu: string, step: string): Promise<void> => {
  await sheet(page).getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: step, exact: true }).click();
};

/** The order's sums as printed: "Total" → "€12.00". */
export const sums = async (page: Page): Promise<Readonly<Record<string, string>>> => {
  const rows = await sheet(page).getByLabel('Totals').locator('div').allTextContents();
  return Object.fromEntries(
    rows.map((row) => {
      const [, name = '', figure = ''] =
        /^(.*?)\s*([−-]?(?:[€¥]|KWD )?\d[\d.,]*)$/.exec(row.trim().replaceAll(/\s+/g, ' ')) ?? [];
      return [name, figure];
    }),
  );
};

/** The instant that a form makes of a day that is over. */
export const noonOf = (day: string): string => new Date(`${day}T12:00:00`).toISOString();

/** When the payments of the book came, in the order in which they were booked. */
export const receivedAt = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await window.counterfoil.events({ after: 0, limit: 10_000 }))
      .filter(({ type }) => type === 'PaymentRecorded')
      .map(({ meta }) => meta.occurredAt),
  );
