import { describe, expect, it } from 'vitest';
import { Picker, type PickerOption } from './combobox.svelte.ts';

const mug: PickerOption = { id: '1', label: 'Mug' };
const jug: PickerOption = { id: '2', label: 'Jug' };

/** A picker whose answers come when the test says so, in any order. */
function withAnswers(creates = true) {
  const asked = new Map<string, (options: readonly PickerOption[]) => void>();
  const picked: string[] = [];
  const created: string[] = [];
  const ahead = { text: '', pressed: 0, forgotten: 0 };
  const picker = new Picker<PickerOption>(() => ({
    search: (text) => new Promise((resolve) => asked.set(text, resolve)),
    pick: (option) => {
      picked.push(option.label);
    },
    create: creates ? (text) => created.push(text) : undefined,
    hold: () => ({
      get text() {
        return ahead.text;
      },
      rest: () => Promise.resolve(),
      press: () => (ahead.pressed += 1),
      forget: () => (ahead.forgotten += 1),
    }),
  }));
  const answer = async (text: string, options: readonly PickerOption[]): Promise<void> => {
    asked.get(text)?.(options);
    for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
  };
  return { picker, picked, created, ahead, answer };
}

describe('a picker', () => {
  it('drops the answer to older text', async () => {
    const { picker, answer } = withAnswers();
    void picker.ask('m');
    void picker.ask('mu');
    await answer('mu', [mug]);
    await answer('m', [mug, jug]);
    expect(picker.options).toEqual([mug]);
  });

  it('lets Enter wait for the answer', async () => {
    const { picker, picked, answer } = withAnswers();
    void picker.ask('mug');
    void picker.take();
    expect(picked).toEqual([]);
    await answer('mug', [mug, jug]);
    expect(picked).toEqual(['Mug']);
    expect(picker.open).toBe(false);
  });

  it('lets what is typed behind an Enter that waits be pressed once the pick is done', async () => {
    const { picker, ahead, answer } = withAnswers();
    void picker.ask('mug');
    void picker.take();
    ahead.text = '3';
    expect(ahead).toMatchObject({ pressed: 0, forgotten: 0 });
    await answer('mug', [mug, jug]);
    expect(ahead).toMatchObject({ pressed: 1, forgotten: 0 });
    expect(picker.untaken).toBe('');
  });

  it('stays at what it does not find, and shows what was typed behind it', async () => {
    const { picker, created, ahead, answer } = withAnswers();
    void picker.ask('vase');
    void picker.take();
    ahead.text = '3';
    await answer('vase', [{ ...mug, disabled: true }]);
    expect([picker.text, picker.open, picker.untaken, created]).toEqual(['vase', true, '3', []]);
    expect(ahead).toMatchObject({ pressed: 0, forgotten: 1 });
    void picker.ask('vases');
    expect(picker.untaken).toBe('');
  });

  it('creates what was gone to, never by Enter alone, before the answer and after it', async () => {
    const { picker, created, answer } = withAnswers();
    void picker.ask('vase');
    void picker.take();
    await answer('vase', []);
    void picker.take();
    expect([picker.open, picker.unmet, created]).toEqual([true, true, []]);
    void picker.ask('vase3');
    expect(picker.unmet).toBe(false);
    await answer('vase3', []);
    picker.move(1);
    void picker.take();
    expect([picker.open, created]).toEqual([false, ['vase3']]);
  });

  it.each([
    [1, [], 'new'],
    [-1, [], 'new'],
    [1, [mug, jug], 'Jug'],
    [-1, [mug, jug], 'new'],
    [-2, [mug, jug], 'Jug'],
  ])('goes %i rows on once the answer is there', async (steps, found, taken) => {
    const { picker, picked, created, answer } = withAnswers();
    void picker.ask('new');
    picker.move(steps);
    void picker.take();
    await answer('new', found);
    expect([...picked, ...created]).toEqual([taken]);
  });

  it('takes Enter back when other text comes before the answer', async () => {
    const { picker, picked, ahead, answer } = withAnswers();
    void picker.ask('mu');
    void picker.take();
    void picker.ask('mug');
    await answer('mug', [mug]);
    expect([picked, ahead.forgotten]).toEqual([[], 1]);
  });

  it('picks nothing after it was closed, even when Enter was waiting', async () => {
    const { picker, picked, answer } = withAnswers();
    void picker.ask('mug');
    void picker.take();
    picker.close();
    await answer('mug', [mug]);
    expect(picked).toEqual([]);
  });

  it('offers to create what has no namesake, as the last row', async () => {
    const { picker, created, answer } = withAnswers();
    void picker.ask('Jug mat');
    await answer('Jug mat', [jug]);
    picker.move(-1);
    void picker.take();
    expect(created).toEqual(['Jug mat']);
  });

  it('offers nothing to create for a namesake, nor where nothing can be created', async () => {
    const { picker, answer } = withAnswers();
    void picker.ask('jug');
    await answer('jug', [jug]);
    expect(picker.rowCount).toBe(1);
    const fixed = withAnswers(false);
    void fixed.picker.ask('Vase');
    await fixed.answer('Vase', []);
    expect(fixed.picker.rowCount).toBe(0);
  });

  it('passes over what is disabled when it opens, and never takes it', async () => {
    const { picker, picked, answer } = withAnswers();
    void picker.ask('');
    await answer('', [{ ...mug, disabled: true }, jug]);
    expect(picker.highlighted).toBe(1);
    void picker.take(0);
    expect(picked).toEqual([]);
  });
});
