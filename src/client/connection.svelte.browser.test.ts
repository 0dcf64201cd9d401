import { expect, it } from 'vitest';
import type { Rejection } from '../kernel/index.ts';
import { Connection } from './connection.svelte.ts';

const replaced = { status: 'locked', fault: 'book-replaced', message: '' } as const;

/** A page that puts another book in its book's place: its worker makes way before that is done. */
const replacing = () => {
  const connection = new Connection();
  let end: (refused?: Rejection) => void = () => undefined;
  const done = connection.replacing(() => new Promise((resolve) => (end = resolve)));
  return { connection, done, end };
};

it('tells a page whose own doing it is nothing of the book that makes way, so that it does not leave too soon', async () => {
  const { connection, done, end } = replacing();
  connection.opened(replaced);
  expect(connection.lockdown).toBeUndefined();
  end();
  expect(await done).toBeUndefined();
  expect(connection.lockdown).toBeUndefined();
});

it('tells it where nothing came of that', async () => {
  const { connection, done, end } = replacing();
  connection.opened(replaced);
  end({ code: 'missing-file', message: 'Gone.', values: {} });
  await done;
  expect(connection.lockdown?.fault).toBe('book-replaced');
  // What was refused before the book made way changes nothing.
  const other = replacing();
  other.end({ code: 'not-permitted', message: 'No.', values: {} });
  await other.done;
  expect(other.connection.lockdown).toBeUndefined();
});

it('tells every other page, and of everything else', () => {
  const other = new Connection();
  other.opened(replaced);
  expect(other.lockdown?.fault).toBe('book-replaced');
  const { connection } = replacing();
  connection.locked('store-broken');
  expect(connection.lockdown?.fault).toBe('store-broken');
});
