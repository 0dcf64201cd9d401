import { expect, it } from 'vitest';
import type { Found } from './search-index.ts';
import { Searched } from './searched.svelte.ts';

const order = (id: string): readonly Found[] => [{ id } as Found];

/** An index that answers when it is told to. */
const searching = () => {
  const waiting: Record<string, (found: readonly Found[] | undefined) => void> = {};
  const searched = new Searched(
    (words) =>
      new Promise((found, failed) => {
        waiting[words] = (answer) => {
          if (answer) found(answer);
          else failed(new Error('gone'));
        };
      }),
  );
  return { searched, answer: (words: string, found?: readonly Found[]) => waiting[words]?.(found) };
};

it('goes to nothing that was found for older words', async () => {
  const { searched, answer } = searching();
  searched.look('A-100');
  answer('A-100', order('one'));
  await searched.settled();
  searched.look('A-100');
  // Read again, it is still what was found for these words: nobody has to wait.
  await searched.settled();
  searched.look('A-1002');
  const gone = searched.settled().then(() => searched.found);
  searched.look('A-1003');
  answer('A-1002', order('two'));
  answer('A-1003', order('three'));
  expect(await gone).toEqual(order('three'));
});

it('keeps nobody waiting for what can not be found out', async () => {
  const { searched, answer } = searching();
  searched.look('A-1002');
  answer('A-1002');
  await searched.settled();
  expect(searched.found).toEqual([]);
});
