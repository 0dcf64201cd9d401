import { describe, expect, it } from 'vitest';
import { NotPermittedError } from '../../src/client/index.ts';
import { CustomerList } from '../../src/views/customers/index.ts';
import { eventually } from './eventually.ts';
import { shopTabs } from './shop-tabs.ts';
import { become, justNow, OLA, PAT, staff } from './staff.ts';

/** Operators of the real trade on the real engine: PINs, roles, and refusals that are kept. */

const ANN = '11111111-0000-4000-8000-000000000001';

const { now, tab } = shopTabs();

describe('a book without PINs', () => {
  it('is its built-in owner’s, and nobody has to sign in', async () => {
    const client = tab();
    await become(client, 'owner');
    expect(client.session.signInNeeded).toBe(false);
    expect(client.session.may('CancelOrder')).toBe(true);
  });
});

describe('a book with PINs', () => {
  it('lets nobody do or see anything until they sign in, and forgets them with the tab', async () => {
    const one = tab();
    await staff(one);
    await become(one, 'owner');
    const two = tab();
    await become(two, 'nobody');
    expect(two.session.signInNeeded).toBe(true);
    const create = { customerId: ANN, name: 'Ann' };
    expect(await two.dispatch('CreateCustomer', create)).toMatchObject({
      rejection: { code: 'not-permitted', values: { role: 'nobody' } },
    });
    await expect(two.query(CustomerList, {})).rejects.toThrow(NotPermittedError);
    await expect(two.events({ after: 0, limit: 9 })).rejects.toThrow('not-permitted');
    expect(await two.session.signIn(OLA, '2468')).toEqual({ status: 'signed-in' });
    await become(two, 'owner');
    expect(await two.dispatch('CreateCustomer', create)).toMatchObject({ status: 'committed' });
    const check = (commandId: string) => two.startJob('VerifyBook', {}, { commandId });
    expect(await check('begun')).toMatchObject({ status: 'accepted' });
    await two.session.signOut();
    await become(two, 'nobody');
    expect(await check('begun')).toMatchObject({ status: 'accepted' });
    expect(await check('other')).toMatchObject({ rejection: { code: 'not-permitted' } });
  });

  it('shows nothing once it is locked, and takes who signs in while the next worker begins', async () => {
    const client = tab();
    await staff(client);
    await become(client, 'owner');
    client.lock();
    expect(client.session.actor).toBeUndefined();
    await expect(client.query(CustomerList, {})).rejects.toThrow(NotPermittedError);
    await expect(client.events({ after: 0, limit: 9 })).rejects.toThrow('not-permitted');
    client.lock();
    expect(await client.session.signIn(OLA, '2468')).toEqual({ status: 'signed-in' });
    await become(client, 'owner');
    expect((await client.query(CustomerList, {})).answer.rows).toEqual([]);
  });

  it('lets a role do what is its own, refuses the rest in the worker, and records each refusal with who it was', async () => {
    const client = tab();
    await staff(client);
    await client.session.signOut();
    expect(await client.session.signIn(PAT, '1357')).toEqual({ status: 'signed-in' });
    await become(client, 'packer');
    expect(client.session.may('ShipItems')).toBe(true);
    expect(client.session.may('RecordPayment')).toBe(false);
    expect(await client.dispatch('CreateCustomer', { customerId: ANN, name: 'Ann' })).toMatchObject({
      rejection: { code: 'not-permitted' },
    });
    await expect(client.query(CustomerList, {})).rejects.toThrow(NotPermittedError);
    const error = await new Promise<Error>((resolve) => {
      client.live(CustomerList, {}).subscribe(() => undefined, resolve);
    });
    expect(error).toBeInstanceOf(NotPermittedError);

    await client.session.signIn(OLA, '2468');
    await become(client, 'owner');
    const refusals = await client.refusals(9);
    expect(refusals.map(({ actor, command }) => [actor, command.type])).toEqual([
      [PAT, 'CustomerList'],
      [PAT, 'CreateCustomer'],
    ]);
    const events = await client.events({ after: 0, limit: 9 });
    expect(events.map(({ type, meta }) => [type, meta.actor])).toContainEqual(['PinSet', OLA]);
  });

  it('shows the engine only to those who may look into it, whatever they ask of it', async () => {
    const client = tab();
    await staff(client);
    const hook = { id: 'hook', kind: 'webhook', url: 'https://example.org/?key=hush' } as const;
    await client.outlets.save({ ...hook, types: [], personal: false, on: false });
    await client.session.signIn(PAT, '1357');
    await become(client, 'packer');
    for (const asked of [
      () => client.refusals(9),
      () => client.repairs(9),
      () => client.deadLetters(),
      () => client.deadLetter({ view: 'order-list', stream: 'order-1' }),
      () => client.stuck(),
      () => client.timers(),
      () => client.verify(),
      () => client.events({ after: 0, limit: 9 }),
      () => client.log.entries({ limit: 9 }),
      () => client.log.entry(1),
      () => client.log.causes(1),
      () => client.log.untilAfter(0),
      () => client.log.stored(),
    ])
      await expect(asked()).rejects.toThrow('not-permitted');
    expect(await client.outlets.list()).toEqual([]);
    expect(await client.telemetry.spans()).toEqual([]);
    expect(await client.health()).toMatchObject({ views: [], processes: [], watch: { stuck: [] } });
    await client.session.signIn(OLA, '2468');
    await become(client, 'owner');
    expect((await client.outlets.list()).find(({ id }) => id === 'hook')).toMatchObject(hook);
    await client.dispatch('ChangeOperator', { operatorId: PAT, role: 'viewer' });
    await client.session.signIn(PAT, '1357');
    await become(client, 'viewer');
    expect((await client.outlets.list()).find(({ id }) => id === 'hook')?.url).toBe('https://example.org');
  });

  it('makes a changed role count at once, in every tab', async () => {
    const one = tab();
    await staff(one);
    const two = tab();
    await become(two, 'nobody');
    await two.session.signIn(PAT, '1357');
    await become(two, 'packer');
    await one.dispatch('ChangeOperator', { operatorId: PAT, role: 'manager' });
    await become(two, 'manager');
    await one.dispatch('RemoveOperator', { operatorId: PAT });
    await become(two, 'nobody');
  });
});

describe('signing in', () => {
  it('is turned off by an owner on their own PIN: everybody stays, and the book is open again, in every tab', async () => {
    const one = tab();
    await staff(one);
    const two = tab();
    await become(two, 'nobody');
    await two.session.signIn(PAT, '1357');
    await become(two, 'packer');
    expect(await two.session.turnOff('1357')).toMatchObject({
      rejection: { code: 'not-permitted', values: { permission: 'operator.manage', role: 'packer' } },
    });
    expect(await one.session.turnOff('1357')).toMatchObject({ rejection: { code: 'wrong-pin' } });
    expect(await one.dispatch('TurnOffSignIn', {})).toMatchObject({ rejection: { code: 'asks-for-pin' } });
    expect(one.session.required).toBe(true);

    expect(await one.session.turnOff('2468')).toMatchObject({ status: 'committed' });
    for (const client of [one, two]) {
      await eventually(() => {
        expect(client.session.required).toBe(false);
      });
      expect(client.session.actor).toEqual({ id: 'owner', role: 'owner' });
      expect(client.session.colleagues.map(({ name, hasPin }) => [name, hasPin])).toEqual([
        ['Ola', false],
        ['Pat', false],
      ]);
    }
    expect((await one.refusals(9)).map(({ command, actor }) => [command.type, actor])).toEqual([
      ['TurnOffSignIn', OLA],
      ['TurnOffSignIn', OLA],
      ['TurnOffSignIn', PAT],
    ]);
    const last = (await one.events({ after: 0, limit: 99 })).at(-1);
    expect([last?.type, last?.meta.actor]).toEqual(['SignInTurnedOff', OLA]);

    // Turned on again, nobody is signed in by a PIN of before.
    expect(await one.session.setPin(OLA, '9753')).toMatchObject({ status: 'committed' });
    await become(two, 'nobody');
    expect(await two.session.signIn(OLA, '2468')).toEqual({ status: 'wrong-pin' });
  });

  it('is not turned off by trying PINs, nor by a hash that a script made', async () => {
    const client = tab();
    await staff(client);
    const tries = [];
    for (let n = 0; n < 4; n += 1) tries.push(await client.session.turnOff('0000'));
    expect(tries.map((tried) => tried.status === 'rejected' && tried.rejection.code)).toEqual([
      'wrong-pin',
      'wrong-pin',
      'wrong-pin',
      'wait-for-pin',
    ]);
    const made = { operatorId: OLA, salt: 'ab'.repeat(16), hash: 'cd'.repeat(32), iterations: 600_000 };
    expect(await client.dispatch('SetPin', made)).toMatchObject({ rejection: { code: 'asks-for-pin' } });
    expect(JSON.stringify(await client.refusals(1))).not.toContain(made.hash);
  });
});

describe('somebody who left', () => {
  it('is still called by name', async () => {
    const client = tab();
    await staff(client);
    await client.dispatch('RemoveOperator', { operatorId: PAT });
    await eventually(() => {
      expect(client.session.colleagues.map(({ name }) => name)).toEqual(['Ola']);
    });
    expect(client.session.nameOf(PAT)).toBe('Pat');
  });
});

describe('a PIN', () => {
  it('that is wrong is refused and recorded, and after a few the door stays shut for a while, also after a reload', async () => {
    const client = tab();
    await staff(client);
    const wrong = () => client.session.signIn(PAT, '0000');
    const tries = [await wrong(), await wrong(), await wrong()];
    await justNow(now.book, PAT);
    tries.push(await wrong());
    expect(tries.map(({ status }) => status)).toEqual(['wrong-pin', 'wrong-pin', 'wrong-pin', 'wait']);
    const later = tab();
    expect(await later.session.signIn(PAT, '1357')).toMatchObject({ status: 'wait' });
    expect(await later.session.signIn(OLA, '2468')).toEqual({ status: 'signed-in' });
    expect((await later.refusals(9)).map(({ command }) => command)).toEqual(
      [1, 2, 3].map(() => ({ type: 'SignIn', payload: { operatorId: PAT } })),
    );
  });

  it('is digits, and is nowhere in the log', async () => {
    const client = tab();
    await staff(client);
    expect(await client.session.setPin(PAT, 'abcd')).toMatchObject({ rejection: { code: 'bad-pin' } });
    expect(await client.session.setPin(PAT, '86420975')).toMatchObject({ status: 'committed' });
    const log = JSON.stringify(await client.events({ after: 0, limit: 99 }));
    expect(log).toContain('"iterations":600000');
    expect(log).not.toMatch(/"(2468|1357|86420975)"|86420975/);
  });
});
