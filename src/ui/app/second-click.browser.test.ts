import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { guardSecondClicks } from './second-click.ts';

beforeAll(guardSecondClicks);
afterEach(() => {
  document.body.replaceChildren();
});

const button = (onclick: () => void): HTMLElement => {
  const made = document.createElement('button');
  const words = document.createElement('span');
  made.append(words);
  made.addEventListener('click', onclick);
  document.body.append(made);
  return words;
};

/** The n-th click of a quick hand. */
const click = (on: Element, detail: number): void => {
  on.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
};

it('lets the second click of two fall on nothing that came in the place of what the first was for', () => {
  const ship = vi.fn();
  const place = button(() => {
    place.parentElement?.remove();
  });
  click(place, 1);
  const next = button(ship);
  click(next, 2);
  click(next, 3);
  expect(ship).not.toHaveBeenCalled();
  // Whoever looks first and then clicks is heard.
  click(next, 1);
  expect(ship).toHaveBeenCalledOnce();
});

it('hears both where the first is still there, though what stands on it has changed', () => {
  const more = vi.fn();
  const words = button(more);
  const control = words.parentElement ?? expect.fail();
  click(words, 1);
  words.remove();
  click(control, 2);
  expect(more).toHaveBeenCalledTimes(2);
});
