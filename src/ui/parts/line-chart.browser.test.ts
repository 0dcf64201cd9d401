import { flushSync, mount, unmount, type ComponentProps } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../../test/browser/eventually.ts';
import '../styles/base.css';
import LineChart from './LineChart.svelte';
import type { ChartLine } from './shapes.ts';

const MINUTE = 60_000;
const AT = [1, 2, 3, 4].map((n) => Date.UTC(2026, 10, 21, 10) + n * MINUTE);

const show = (
  lines: readonly ChartLine[],
  more: Partial<ComponentProps<typeof LineChart>> = {},
): HTMLElement => {
  const target = document.createElement('div');
  document.body.append(target);
  const chart = mount(LineChart, { target, props: { label: 'Behind', at: AT, lines, ...more } });
  flushSync();
  onTestFinished(async () => {
    await unmount(chart);
    target.remove();
    delete document.documentElement.dataset['theme'];
  });
  return target;
};

/** Every colour of the canvas that is not see-through, most of it first. */
const painted = (target: HTMLElement): string[] => {
  const canvas = target.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return [];
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map<string, number>();
  for (let n = 0; n < data.length; n += 4)
    if (data[n + 3] === 255) {
      const colour = data.slice(n, n + 3).join(' ');
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
};

const lines: readonly ChartLine[] = [{ label: 'Orders', tone: 'accent', values: [1, null, 3, 7] }];

it('says the newest figures, and all of them in a table when asked', async () => {
  const target = show([...lines, { label: 'Stock', tone: 'wrong', values: [0, 0, 0, null] }]);
  expect([...target.querySelectorAll('li')].map((li) => li.innerText.replace(/\s+/g, ' ').trim())).toEqual([
    'Orders 7',
    'Stock –',
  ]);
  target.querySelector('summary')?.click();
  await eventually(() => {
    expect(target.querySelectorAll('tbody tr')).toHaveLength(4);
  });
  expect(target.querySelector('tbody tr:nth-child(3)')?.textContent).toMatch(/–.*0$/);
});

it('is drawn as wide as its place, and again in the colours of another light', async () => {
  document.documentElement.dataset['theme'] = 'light';
  const target = show(lines);
  await eventually(() => {
    expect(painted(target).length).toBeGreaterThan(2);
  });
  const [byDay] = painted(target);
  document.documentElement.dataset['theme'] = 'dark';
  await eventually(() => {
    expect(painted(target)[0]).not.toBe(byDay);
  });
  target.style.inlineSize = '320px';
  await eventually(() => {
    expect(target.querySelector('canvas')?.clientWidth).toBe(320);
  });
});

it('is walked bar by bar with the keyboard, each the way to what is behind it', async () => {
  const point = (n: number) => ({ href: `#/bar/${String(n)}`, label: `Bar ${String(n)}` });
  const target = show([{ label: 'November', tone: 'accent', values: [3, 0, -2, 7], sum: '8 in all' }], {
    evenly: true,
    points: [point(0), undefined, point(2), point(3)],
  });
  expect(target.querySelector('li')?.innerText).toContain('8 in all');
  await eventually(() => {
    expect(target.querySelectorAll('[role=group] a')).toHaveLength(3);
  });
  const links = [...target.querySelectorAll<HTMLElement>('[role=group] a')];
  const stops = () => links.map(({ tabIndex }) => tabIndex);
  const press = (key: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    flushSync();
    return document.activeElement?.getAttribute('aria-label');
  };
  expect(stops()).toEqual([-1, -1, 0]);
  links[2]?.focus();
  flushSync();
  expect(target.querySelector('li')?.innerText).toContain('7');
  // What has nothing behind it is passed over.
  expect([press('ArrowLeft'), press('ArrowLeft'), press('ArrowLeft')]).toEqual(['Bar 2', 'Bar 0', 'Bar 0']);
  expect([press('ArrowRight'), press('End'), press('Home')]).toEqual(['Bar 2', 'Bar 3', 'Bar 0']);
  expect(stops()).toEqual([0, -1, -1]);
  // They stand where the bars do: side by side, over the whole plot.
  const [first, last] = [links[0], links[2]].map((link) => link?.getBoundingClientRect());
  expect((last?.left ?? 0) - (first?.left ?? 0)).toBeCloseTo(3 * (first?.width ?? 0), 0);
  expect(first?.width).toBeGreaterThan(24);
});
