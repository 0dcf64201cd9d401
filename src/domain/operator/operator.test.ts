import { describe, expect, it } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { recorded } from '../../../test/spec/projection.ts';
import { queries } from '../../views/queries.ts';
import { commands } from '../index.ts';
import { OperatorId } from '../ids.ts';
import {
  AddOperator,
  ChangeOperator,
  OperatorAdded,
  OperatorChanged,
  OperatorRemoved,
  operators,
  OPERATORS_ID,
  owner,
  permissions,
  permits,
  PinSet,
  RemoveOperator,
  SetPin,
  SignInTurnedOff,
  TurnOffSignIn,
  type Permission,
} from './index.ts';

const idOf = (n: number) => OperatorId.parse(`77777777-0000-4000-8000-00000000000${String(n)}`);
const [OLA, CLEO, PIA] = [idOf(1), idOf(2), idOf(3)];
const ola = { operatorId: OLA, name: 'Ola', role: 'owner' } as const;
const cleo = { operatorId: CLEO, name: 'Cleo', role: 'clerk' } as const;
const pia = { operatorId: PIA, name: 'Pia', role: 'owner' } as const;
const pin = { salt: 'ab'.repeat(16), hash: 'cd'.repeat(32), iterations: 600_000 };

const staff = (...events: Parameters<typeof on>[2][]) => on(operators, OPERATORS_ID, ...events);
const both = staff(OperatorAdded(ola), OperatorAdded(cleo));
const signing = staff(PinSet({ operatorId: OLA, ...pin }));

describe('operators', () => {
  it('begin with an owner', async () => {
    await given().when(AddOperator, ola).then(OperatorAdded(ola));
    await given().when(AddOperator, cleo).thenRejected('owner-first', { role: 'clerk' });
  });

  it('are added once, each under a name of their own', async () => {
    await given(both).when(AddOperator, cleo).thenRejected('operator-exists', { name: 'Cleo' });
    await given(both)
      .when(AddOperator, { ...pia, name: 'cleo' })
      .thenRejected('operator-name-taken', { name: 'cleo' });
  });

  it('change in name and role, and once', async () => {
    const changing = given(both).when(ChangeOperator, { operatorId: CLEO, role: 'manager' });
    await changing.then(OperatorChanged({ ...cleo, role: 'manager' }));
    await changing.again().thenNothing();
    await given(both)
      .when(ChangeOperator, { operatorId: CLEO, name: 'OLA' })
      .thenRejected('operator-name-taken', { name: 'OLA' });
  });

  it('are removed', () =>
    given(both)
      .when(RemoveOperator, { operatorId: CLEO })
      .then(OperatorRemoved({ operatorId: CLEO })));

  it('never lose the last owner who can sign in', async () => {
    const more = staff(OperatorAdded(pia));
    for (const known of [[both], [both, signing], [both, signing, more]]) {
      await given(...known)
        .when(ChangeOperator, { operatorId: OLA, role: 'clerk' })
        .thenRejected('last-owner', { name: 'Ola' });
      await given(...known)
        .when(RemoveOperator, { operatorId: OLA })
        .thenRejected('last-owner', { name: 'Ola' });
    }
    await given(both, signing, more, staff(PinSet({ operatorId: PIA, ...pin })))
      .when(RemoveOperator, { operatorId: OLA })
      .then(OperatorRemoved({ operatorId: OLA }));
  });

  it.each([ChangeOperator, RemoveOperator])('who are not there refuse $type', (command) =>
    given(both).when(command, { operatorId: PIA }).thenRejected('unknown-operator', { operatorId: PIA }),
  );
});

describe('operators who left', () => {
  it('are remembered by name', () => {
    const events = recorded(both, staff(OperatorRemoved({ operatorId: CLEO })));
    expect(events.reduce((state, event) => operators.evolve(state, event), operators.initial)).toEqual({
      operators: [ola],
      former: [cleo],
    });
  });
});

describe('signing in', () => {
  const hers = staff(PinSet({ operatorId: CLEO, ...pin }));
  const off = staff(SignInTurnedOff({}));

  it('is turned off once, and there is nothing to turn off where nobody has a PIN', async () => {
    const turning = given(both, signing, hers).when(TurnOffSignIn, {});
    await turning.then(SignInTurnedOff({}));
    await turning.again().thenNothing();
    await given(both).when(TurnOffSignIn, {}).thenNothing();
  });

  it('turned off leaves everybody in the book, without a PIN', async () => {
    await given(both, signing, hers, off)
      .when(AddOperator, cleo)
      .thenRejected('operator-exists', { name: 'Cleo' });
    await given(both, signing, hers, off)
      .when(SetPin, { operatorId: CLEO, ...pin })
      .thenRejected('owner-first', { role: 'clerk' });
    await given(both, signing, hers, off)
      .when(SetPin, { operatorId: OLA, ...pin })
      .then(PinSet({ operatorId: OLA, ...pin }));
  });
});

describe('a PIN', () => {
  it('is first of all an owner’s', async () => {
    await given(both)
      .when(SetPin, { operatorId: CLEO, ...pin })
      .thenRejected('owner-first', { role: 'clerk' });
    await given(both)
      .when(SetPin, { operatorId: OLA, ...pin })
      .then(PinSet({ operatorId: OLA, ...pin }));
  });

  it('is set by its owner, or by an owner of the book', async () => {
    const by = (actor: string) => ({ actor });
    const setting = { operatorId: CLEO, ...pin };
    await given(both, signing).when(SetPin, setting, by(OLA)).then(PinSet(setting));
    await given(both, signing).when(SetPin, setting, by(CLEO)).then(PinSet(setting));
    await given(both, signing, staff(OperatorAdded({ ...pia, role: 'manager' })))
      .when(SetPin, setting, by(PIA))
      .thenRejected('not-your-pin', { name: 'Cleo' });
    await given(both, signing)
      .when(SetPin, { ...setting, operatorId: PIA })
      .thenRejected('unknown-operator', { operatorId: PIA });
  });

  it('is never kept with a weak hash', () =>
    given(both)
      .when(SetPin, { operatorId: OLA, ...pin, iterations: 1_000 })
      .thenMalformed('iterations'));
});

/** Who may do what, written out by hand: o(wner) m(anager) c(lerk) p(acker) v(iewer), and s(ystem). */
const matrix: Readonly<Record<Permission, string>> = {
  'order.see': 'omcpvs',
  'customer.see': 'omcvs',
  'product.see': 'omcpvs',
  'stock.see': 'omcpvs',
  'book.see': 'omcpvs',
  'engine.see': 'omcvs',
  'operator.pin': 'omcpvs',
  'order.take': 'omcs',
  'order.note': 'omcps',
  'order.ship': 'omcps',
  'order.hold': 'omcs',
  'payment.record': 'omcs',
  'document.issue': 'omcs',
  'customer.edit': 'omcs',
  'customer.forget': 'oms',
  'payment.correct': 'oms',
  'order.cancel': 'oms',
  'product.edit': 'oms',
  'stock.move': 'omps',
  'import.run': 'oms',
  'report.see': 'oms',
  'activity.see': 'oms',
  'book.settings': 'os',
  'book.backup': 'os',
  'operator.manage': 'os',
  'engine.repair': 'os',
  'stock.allocate': 's',
  'payment.remind': 's',
};

describe('permissions', () => {
  const initials = ['owner', 'manager', 'clerk', 'packer', 'viewer', 'system'] as const;
  const holders = (permission: string) =>
    initials
      .filter((role) => permits({ id: 'x', role }, permission))
      .map(([initial]) => initial)
      .join('');

  it('are given to roles as the table says, and to nobody else', () => {
    expect(Object.fromEntries(permissions.map((one) => [one, holders(one)]))).toEqual(matrix);
    expect(permissions.some((permission) => permits({ id: 'x', role: 'constructor' }, permission))).toBe(
      false,
    );
    expect(permissions.some((permission) => permits({ id: 'x', role: 'nobody' }, permission))).toBe(false);
  });

  it('are asked for by every command, query and job, each of the table', () => {
    const asked = [...commands, ...queries, ...jobs].map(({ permission }) => permission);
    expect(asked.filter((one) => !(one in matrix))).toEqual([]);
  });

  it('let the owner do whatever a person may, and no reserving by hand', () => {
    expect(permissions.filter((permission) => !permits(owner, permission))).toEqual([
      'stock.allocate',
      'payment.remind',
    ]);
  });
});
