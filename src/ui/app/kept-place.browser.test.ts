import { afterEach, expect, it } from 'vitest';
import { keepPlace } from './kept-place.ts';

keepPlace();

const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
const tags = (...names: string[]): HTMLButtonElement[] => {
  const items = names.map((name) => `<li><span><button>${name}</button></span></li>`).join('');
  document.body.innerHTML = `<main><div><ul>${items}</ul><button>Add</button></div></main>`;
  return [...document.querySelectorAll('button')];
};
const remove = async (button: HTMLButtonElement | undefined): Promise<string | null | undefined> => {
  button?.focus();
  button?.closest('li')?.remove();
  await drawn();
  return document.activeElement?.textContent;
};

afterEach(() => {
  document.body.replaceChildren();
});

it('goes on to what stands where the pressed button stood', async () => {
  const [, second] = tags('plum', 'fig', 'pear');
  expect(await remove(second)).toBe('pear');
});

it('goes back where nothing follows', async () => {
  const [, second] = tags('plum', 'fig');
  expect(await remove(second)).toBe('plum');
});

it('leaves the focus where somebody else has put it meanwhile', async () => {
  const [first, , add] = tags('plum', 'fig');
  first?.focus();
  first?.closest('li')?.remove();
  add?.focus();
  await drawn();
  expect(document.activeElement).toBe(add);
});

it('leaves a change of the whole room to the arrival there', async () => {
  const [first] = tags('plum');
  first?.focus();
  document.querySelector('main')?.replaceChildren(document.createElement('button'));
  await drawn();
  expect(document.activeElement).toBe(document.body);
});
