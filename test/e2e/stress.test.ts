import { expect, test, type Page } from '@playwright/test';
import { covered, misfits, shuffled, smallTargets } from './fitting.ts';
import { outcome, SCRIPTS } from './inert.ts';
import { arriveAt } from './rooms-of-a-role.ts';
import { openStressBook, stressedRooms } from './stress-book.ts';

type Look = (page: Page) => Promise<readonly string[]>;

/** What breaks in each room of the book that has everything in excess; nothing, it is hoped. No room runs what is written. */
const broken = async (page: Page, looks: Readonly<Record<string, Look>>): Promise<object> => {
  const found: Record<string, readonly string[]> = {};
  let read = 0;
  for (const address of stressedRooms()) {
    await arriveAt(page, address);
    for (const [what, look] of Object.entries(looks)) {
      const [width = 0, height = 0] = what.split(' × ').map(Number);
      await page.setViewportSize({ width, height });
      const here = await look(page);
      if (here.length > 0) found[`${address} at ${what}`] = here;
    }
    const { alive, isRead } = await outcome(page);
    if (alive.length > 0) found[`${address} runs what is written`] = alive;
    if (isRead) read += 1;
  }
  expect(read, 'rooms in which what was meant to run is read').toBeGreaterThan(20);
  return found;
};

test('whatever stands in the book, from right to left in the dark, on a phone no room scrolls sideways or cuts off a control, nor zoomed in to 400 %: there everything can be brought into sight @phone-only', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openStressBook(page, 'ar');
  expect(
    await broken(page, {
      '390 × 844': async () => [...(await misfits(page)), ...(await shuffled(page, ' Ltd.'))],
      // What a window of 1280 × 1024 has left.
      '320 × 256': async () => [...(await misfits(page)), ...(await covered(page))],
    }),
  ).toEqual({});
});

test('whatever stands in the book, in long words, it has its place on a desk and on a phone, what is pressed is large enough, and nothing of it runs', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await openStressBook(page, 'de');
  expect(
    await broken(page, {
      '390 × 844': misfits,
      '1024 × 768': misfits,
      '1440 × 900': async () => [...(await misfits(page)), ...(await smallTargets(page))],
    }),
  ).toEqual({});

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('onerror');
  await expect(page.getByRole('option').filter({ hasText: SCRIPTS.image }).first()).toBeVisible();
  expect(await outcome(page)).toEqual({ alive: [], isRead: true });
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
});
