import { createRawSnippet, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import { page as view } from 'vitest/browser';
import OpenBook from './OpenBook.svelte';

it('stays where it is, whatever in it is brought into sight', async () => {
  await view.viewport(1200, 600);
  const target = document.createElement('div');
  target.style.blockSize = '200px';
  document.body.append(target);
  const page = createRawSnippet(() => ({ render: () => '<p>A-1042</p>' }));
  const book = mount(OpenBook, { target, props: { stubs: page, sheet: page, stubsLabel: 'Orders' } });
  const edge = target.firstElementChild ?? expect.fail('no book');
  edge.scrollTop = 100;
  expect(edge.scrollTop).toBe(0);
  await unmount(book);
  target.remove();
});
