import Dexie from 'dexie';
import { expect } from 'vitest';
import type { Client } from '../../src/client/index.ts';
import { eventually } from './eventually.ts';

export const OLA = '77777777-0000-4000-8000-000000000001';
export const PAT = '77777777-0000-4000-8000-000000000002';

/** Waits until the page knows that somebody of this role works here. */
export const become = (client: Client, role: string) =>
  eventually(() => {
    expect(client.session.actor?.role).toBe(role);
  });

/** An owner and a packer, each with a PIN; the tab in which they were made goes on as the owner. */
export const staff = async (client: Client) => {
  await client.dispatch('AddOperator', { operatorId: OLA, name: 'Ola', role: 'owner' });
  await client.dispatch('AddOperator', { operatorId: PAT, name: 'Pat', role: 'packer' });
  expect(await client.session.setPin(OLA, '2468')).toMatchObject({ status: 'committed' });
  expect(await client.session.setPin(PAT, '1357')).toMatchObject({ status: 'committed' });
};

/** Lets the last wrong PIN be of just now for as long as the test goes on: a few make one wait for seconds only. */
export const justNow = async (book: string, operatorId: string): Promise<void> => {
  const db = await new Dexie(`${book}-log`).open();
  await db.table('meta').update(`pin/${operatorId}`, { last: '2999-01-01T00:00:00.000Z' });
  db.close();
};
