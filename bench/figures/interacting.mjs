import { percentile } from '../statistics.mjs';
import { ROW } from '../selectors.mjs';

/** So long from what is shown to the next action of somebody who is quick, as in `in-page.mjs`. */
const PERSON_MS = 250;
const TAG = 'gift';
const SORTS = [
  'number-falling',
  'number-rising',
  'customer-rising',
  'customer-falling',
  'total-falling',
  'total-rising',
  'date-rising',
  'date-falling',
];
/** What shows that a room has its answers. */
const ROOMS = {
  today: 'main .stat ~ .stat ~ .stat ~ .stat, main ul .stub',
  reports: 'main figure canvas',
  customers: 'main [role=listitem] a',
  products: 'main [role=listitem] a',
};

/**
 * The hands of somebody in the app. Their input is the browser's own; each action is timed in the page, from its event to
 * the paint in which the result stands.
 */
const handsIn = (app, times) => {
  const act = (kind, event, until, input) => async (of) => {
    await app.evaluate((expected) => globalThis.interactions.expect(expected), { event, until, of });
    await input();
    const ms = await app.evaluate(() => globalThis.interactions.outcome());
    times.set(kind, [...(times.get(kind) ?? []), ms]);
    await app.waitForTimeout(PERSON_MS);
  };
  const tabs = app.getByRole('navigation', { name: 'By what is to be done' });
  return {
    press: (kind, key, until) => act(kind, 'keydown', until, () => app.keyboard.press(key))(),
    scroll: (kind, by) => act(kind, 'wheel', 'scrolled', () => app.mouse.wheel(0, by))(),
    tab: (kind, name) => act(kind, 'click', 'another list', () => tabs.getByRole('link', { name }).click())(),
    select: (kind, label, value) =>
      act(kind, 'change', 'another list', () => app.getByLabel(label, { exact: true }).selectOption(value))(),
    go: (kind, room, shown) =>
      act(kind, 'click', 'shown', () => app.locator(`nav a.rail[href="#/${room}"]`).click())(shown),
    open: async (kind, row) =>
      act(kind, 'click', 'sheet', () => row.locator('a').click())(
        await row.locator('.order-number').textContent(),
      ),
  };
};

const scrolled = async (app, { scroll }) => {
  await app.locator('main .scroller').hover();
  for (let pages = 0; pages < 6; pages += 1) await scroll('scrolling by a page', 800);
};

const withFilters = async (app, work) => {
  await app.getByRole('button', { name: /^Filter/ }).click();
  await work();
  await app.keyboard.press('Escape');
  await app.getByRole('dialog').waitFor({ state: 'detached' });
};

const filtered = async (app, { tab, select }) => {
  const filter = (label, value) => select('choosing a filter', label, value);
  const sort = (of, sorts) => async () => {
    for (const by of sorts) await select(`choosing an order, ${of}`, 'Sort', by);
  };
  for (const name of [/^To pay/, /^Overdue/, /^All/]) await tab('choosing a tab', name);
  await withFilters(app, async () => {
    for (const [label, value] of [
      ['Payment', 'unpaid'],
      ['Shipping', 'shipped'],
      ['Payment', 'any'],
      ['Shipping', 'any'],
      ['Tag', `#${TAG}`],
    ])
      await filter(label, value);
    await sort('one tag', SORTS)();
    await filter('Tag', 'any');
    await filter('Needs a look', 'held');
    await sort('on hold', SORTS)();
    await filter('Needs a look', 'any');
    await sort('all', SORTS)();
  });
  await tab('choosing a tab', /^To ship/);
  await withFilters(app, sort('to ship', SORTS));
  await tab('choosing a tab', /^All/);
};

const walked = async (app, { press, open }) => {
  const row = (nth) => app.locator(ROW).nth(nth);
  await open('opening an order beside the list', row(2));
  await open('opening an order beside the list', row(4));
  for (const key of ['j', 'j', 'k', 'j']) await press('to the next order', key, 'focused');
  for (const key of ['x', 'Shift+X']) {
    await press('selecting', key, 'selected');
    await press('to the next order', 'j', 'focused');
  }
  await press('selecting', 'x', 'selected');
  await app.keyboard.press('Escape');
};

const gone = async (_, { go }) => {
  for (const [room, shown] of Object.entries(ROOMS)) {
    await go('going to another room', room, shown);
    await go('going back to the orders', 'orders', ROW);
  }
};

const searched = async (app, { press }) => {
  await press('opening the search', 'Control+k', 'palette');
  await app.keyboard.press('Escape');
  await app.getByRole('dialog').waitFor({ state: 'detached' });
};

const WAYS = [scrolled, filtered, walked, gone, searched];

const summary = (times) => ({
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  count: times.length,
});

/** What people do in a book, each kind of action and all of them: milliseconds until its result is painted. */
export const measureInteracting = async ({ orders, use }, sizes) =>
  use(async (browser) => {
    const app = await browser.openApp('#/orders');
    await app.bringToFront();
    await app.evaluate((tag) => globalThis.interactions.mark(tag), TAG);
    const times = new Map();
    // The first round loads the rooms and warms up.
    for (let round = 0; round <= sizes.interactions; round += 1)
      for (const way of WAYS) await way(app, handsIn(app, round === 0 ? new Map() : times));
    return {
      orders,
      kinds: [...times].map(([kind, of]) => ({ kind, ...summary(of) })),
      all: summary([...times.values()].flat()),
    };
  });
