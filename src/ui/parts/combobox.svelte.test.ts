import { describe, expect, it } from 'vitest';
import { Picker, type PickerOption } from './combobox.svelte.ts';

const mug: PickerOption = { id: '1', label: 'Mug' };
const jug: PickerOption = { id: '2', label: 'Jug' };

/** A picker whose answers come when the test says so, in any order. */
function withAnswers(creates = true) {
  const asked = new Map<string, (options: readonly PickerOption[]) => void>();
  const picked: string[] = [];
  const created: string[] = [];
  const picker = new Picker<PickerOption>(() => ({
    search: (text) => new Promise((resolve) => asked.set(text, resolve)),
    pick: (option) => picked.push(option.label),
    create: creates ? (text) => created.push(text) : undefined,
  }));
  const answer = async (text: string, options: readonly PickerOption[]): Promise<void> => {
    asked.get(text)?.(options);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { picker, picked, created, answer };
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
    picker.take();
    expect(picked).toEqual([]);
    await answer('mug', [mug, jug]);
    expect(picked).toEqual(['Mug']);
    expect(picker.open).toBe(false);
  });

  it('picks nothing after it was closed, even when Enter was waiting', async () => {
    const { picker, picked, answer } = withAnswers();
    void picker.ask('mug');
    picker.take();
    picker.close();
    await answer('mug', [mug]);
    expect(picked).toEqual([]);
  });

  it('offers to create what has no namesake, as the last row', async () => {
    const { picker, created, answer } = withAnswers();
    void picker.ask('Jug mat');
    await answer('Jug mat', [jug]);
    picker.move(-1);
    picker.take();
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
    picker.take(0);
    expect(picked).toEqual([]);
  });
});
