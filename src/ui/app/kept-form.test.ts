import { describe, expect, it } from 'vitest';
import { withKept } from './kept-form.ts';

describe('a form that was reloaded', () => {
  const empty = { name: '', price: null as number | null };

  it('has what was typed', () => {
    expect(withKept(empty, { name: 'Apples', price: 28_000 })).toEqual({ name: 'Apples', price: 28_000 });
  });

  it('begins anew with what it does not know or can’t hold', () => {
    expect(withKept(empty, { name: 7, price: 'dear', colour: 'red' })).toEqual(empty);
    expect(withKept(empty, undefined)).toEqual(empty);
    expect(withKept(empty, 'Apples')).toEqual(empty);
  });
});
