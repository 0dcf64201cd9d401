import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import Select from './Select.svelte';

it('keeps a name that is written the other way in an order of its own', async () => {
  const options = [
    { value: 'palm', label: 'نخيل (2).' },
    { value: 'oak', label: 'Oak & Co.' },
  ];
  const select = mount(Select, { target: document.body, props: { label: 'From', options, value: 'palm' } });
  const texts = [...document.querySelectorAll('option')].map(({ textContent }) => textContent);
  expect(texts).toEqual(['\u2068نخيل (2).\u2069', 'Oak & Co.']);
  await unmount(select);
});
