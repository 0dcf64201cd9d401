import { readFile } from 'node:fs/promises';
import { expect, test as base } from '@playwright/test';
import { accessible } from './accessible.ts';
import { Collector, type CollectedSpan } from './collector.ts';
import { give, idOf, openOwnBook } from './own-book.ts';

const test = base.extend<{ collector: Collector }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from here
  collector: async ({}, use) => {
    const collector = new Collector();
    await use(collector);
    await collector.close();
  },
});

// The service worker says where the engine may send to.
test.use({ serviceWorkers: 'allow' });

const STAGES = ['parse', 'authorize', 'deduplicate', 'load', 'decide', 'append', 'receipt'];

/** Every text and figure in what was sent, however deep. */
const textsIn = (sent: unknown): readonly string[] => {
  if (typeof sent === 'object' && sent !== null) return Object.values(sent).flatMap(textsIn);
  return [String(sent)];
};

test('an owner switches measuring on, and a collector gets the whole way of an order', async ({
  page,
  collector,
}) => {
  const endpoint = await collector.open();
  await openOwnBook(page, [{ name: 'Secret tea', unitPrice: 45_000, taxRate: 0, stock: 100_000 }]);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await give(page, 'CreateCustomer', {
    customerId: idOf('Ada'),
    name: 'Ada Byron',
    email: 'ada@byron.example',
  });
  await page.goto('./#/engine/measurements');
  const address = page.getByRole('textbox', { name: 'Address of a collector' });
  await address.fill('http://example.org');
  await page.getByRole('button', { name: 'Start measuring' }).click();
  await expect(page.getByText(/beginning with https/)).toBeVisible();
  await address.fill(endpoint);
  collector.refusing = 400;
  await page.getByRole('button', { name: 'Start measuring' }).click();
  await expect(page.getByText('Not taken there (answer 400)').first()).toBeVisible({ timeout: 120_000 });
  collector.refusing = undefined;

  const orderId = idOf('order');
  await give(page, 'CreateDraft', {
    ...{ orderId, customerId: idOf('Ada') },
    lines: [{ lineId: idOf('line'), productId: idOf('Secret tea'), quantity: 1_000 }],
  });
  await page.goto(`./#/orders/${orderId}`);
  await page.getByRole('button', { name: /^Place order/ }).click();

  const trace = (): readonly CollectedSpan[] => {
    const root = collector.spans.find(({ name }) => name === 'command SubmitOrder');
    return collector.spans.filter(({ traceId }) => traceId === root?.traceId);
  };
  const names = () => trace().map(({ name }) => name);
  const wanted = ['dispatch SubmitOrder', 'show', 'project order-list', 'project order-details'];
  await expect
    .poll(names, { timeout: 120_000 })
    .toEqual(expect.arrayContaining([...wanted, 'react stock-allocation', ...STAGES]));
  const spans = trace();
  const named = (name: string, parent?: CollectedSpan) =>
    spans.find((span) => span.name === name && (!parent || span.parentSpanId === parent.spanId));
  const root = named('command SubmitOrder');
  const dispatch = named('dispatch SubmitOrder', root);
  const handle = named('handle SubmitOrder', dispatch);
  expect(root?.parentSpanId ?? '').toBe('');
  for (const stage of STAGES) expect(named(stage, handle), stage).toBeDefined();
  expect(named('project order-list', handle)).toBeDefined();
  const reaction = named('react stock-allocation', handle);
  expect(spans.find(({ parentSpanId }) => parentSpanId === reaction?.spanId)?.name).toMatch(/^handle /);
  expect(Number(root?.endTimeUnixNano)).toBeGreaterThan(
    Number(named('project order-list', handle)?.startTimeUnixNano),
  );

  await expect
    .poll(() => [...collector.metrics], { timeout: 120_000 })
    .toEqual(
      expect.arrayContaining([
        'counterfoil.commands',
        'counterfoil.stage.duration',
        'counterfoil.project.duration',
        'counterfoil.lag.age',
        'counterfoil.dead_letters',
        'counterfoil.queue.depth',
      ]),
    );
  const sent = collector.bodies.join();
  expect(sent).not.toMatch(/Byron|Secret tea|Test shop|ada@/i);
  const told = collector.bodies.flatMap((body) => textsIn(JSON.parse(body)));
  expect(told).toContain('SubmitOrder');
  for (const secret of ['Ada', 'A-1001', '450', '4.5', '4.50'])
    expect(
      told.filter((value) => value === secret || value.includes(` ${secret}`)),
      secret,
    ).toEqual([]);
  for (const secret of [orderId, idOf('Ada'), idOf('Secret tea')]) expect(sent, secret).not.toContain(secret);

  await page.goto('./#/engine/measurements');
  await expect(page.getByText(/Taken there, last/).first()).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Commands a second' })).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'By kind of command' })
      .getByRole('row', { name: /SubmitOrder 1 0 100%/ }),
  ).toBeVisible();
  await accessible(page);
  // The same trace, drawn: every step with its lane, its beginning and its length, by the keyboard alone.
  await page
    .getByRole('table', { name: 'Traces' })
    .getByRole('link', { name: 'Submit order' })
    .press('Enter');
  const steps = page.getByRole('list', { name: 'Steps of the trace' });
  for (const [name, lane] of [
    ['Command submit order', 'Page'],
    ['Append', 'Engine'],
    ['Orders', 'Lists'],
    ['Reserving stock', 'Work that follows'],
  ] as const)
    await expect(steps.getByRole('listitem').filter({ hasText: name }).first()).toContainText(lane);
  await steps.locator('summary').first().press('Enter');
  await expect(steps.getByText('counterfoil.command.type').first()).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'All traces' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download for Prometheus' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text).toContain('# TYPE counterfoil_commands_total counter\n');
  expect(text).toContain('counterfoil_commands_total{type="SubmitOrder",outcome="committed"} 1\n');

  await page.getByRole('button', { name: 'Stop measuring' }).click();
  await expect(page.getByRole('button', { name: 'Start measuring' })).toBeVisible();
  await expect(page.getByRole('figure')).toHaveCount(0);
});
