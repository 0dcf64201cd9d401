import * as z from 'zod/mini';
import { commandOn, ok, reject, type NewEvent } from '../../kernel/index.ts';
import type { OperatorId } from '../ids.ts';
import { same } from '../same.ts';
import {
  OperatorAdded,
  OperatorChanged,
  OperatorDescription,
  OperatorRemoved,
  Pin,
  PinSet,
  SignInTurnedOff,
} from './events.ts';
import { SET_PIN, TURN_OFF_SIGN_IN } from './sign-in.ts';
import { OPERATORS_ID, operators, type Operator, type OperatorsState } from './state.ts';

const { operatorId, name, role } = OperatorDescription.shape;

const known = (
  id: OperatorId,
  { operators: all }: OperatorsState,
  decide: (operator: Operator) => ReturnType<typeof ok<readonly NewEvent[]>> | ReturnType<typeof reject>,
) => {
  const operator = all.find((one) => one.operatorId === id);
  return operator
    ? decide(operator)
    : reject('unknown-operator', 'There is nobody of this kind in the book.', { operatorId: id });
};

/** Once anybody has a PIN, an owner with one must be left: else nobody could let people in or out any more. */
const ownerLeft = (before: readonly Operator[], left: readonly Operator[]): boolean =>
  before.some(({ pin }) => pin)
    ? left.some(({ role: one, pin }) => one === 'owner' && pin)
    : left.length === 0 || left.some(({ role: one }) => one === 'owner');

const lastOwner = ({ operatorId: id, name: called }: Operator) =>
  reject(
    'last-owner',
    `“${called}” is the last owner who can sign in. Make somebody else an owner with a PIN first.`,
    {
      operatorId: id,
      name: called,
    },
  );

const nameTaken = ({ operators: all }: OperatorsState, wanted: string, except?: OperatorId) =>
  all.some((one) => one.operatorId !== except && one.name.toLowerCase() === wanted.toLowerCase());

const refusedName = (wanted: string) =>
  reject('operator-name-taken', `There is a “${wanted}” already. Nobody could tell the two apart.`, {
    name: wanted,
  });

/** The first one is an owner: somebody has to be. */
export const AddOperator = commandOn(operators)({
  type: 'AddOperator',
  payload: z.strictObject({ operatorId, name, role }),
  permission: 'operator.manage',
  id: () => OPERATORS_ID,
  decide: (added, state) => {
    const present = state.operators.find((one) => one.operatorId === added.operatorId);
    if (present)
      return reject('operator-exists', `“${present.name}” works here already.`, {
        operatorId: added.operatorId,
        name: present.name,
      });
    if (nameTaken(state, added.name)) return refusedName(added.name);
    if (state.operators.length === 0 && added.role !== 'owner')
      return reject('owner-first', 'Add yourself as the owner first.', { role: added.role });
    return ok([OperatorAdded(added)]);
  },
});

export const ChangeOperator = commandOn(operators)({
  type: 'ChangeOperator',
  payload: z.strictObject({ operatorId, name: z.optional(name), role: z.optional(role) }),
  permission: 'operator.manage',
  id: () => OPERATORS_ID,
  decide: (change, state) =>
    known(change.operatorId, state, (operator) => {
      const description = { operatorId: operator.operatorId, name: operator.name, role: operator.role };
      const next = { ...description, name: change.name ?? operator.name, role: change.role ?? operator.role };
      if (nameTaken(state, next.name, operator.operatorId)) return refusedName(next.name);
      if (
        !ownerLeft(
          state.operators,
          state.operators.map((one) => (one === operator ? { ...one, ...next } : one)),
        )
      )
        return lastOwner(operator);
      return ok(same(next, description) ? [] : [OperatorChanged(next)]);
    }),
});

/** Their name stays in the history of what they did. */
export const RemoveOperator = commandOn(operators)({
  type: 'RemoveOperator',
  payload: z.strictObject({ operatorId }),
  permission: 'operator.manage',
  id: () => OPERATORS_ID,
  decide: (removed, state) =>
    known(removed.operatorId, state, (operator) =>
      operator.role === 'owner' &&
      !ownerLeft(
        state.operators,
        state.operators.filter((one) => one !== operator),
      )
        ? lastOwner(operator)
        : ok([OperatorRemoved(removed)]),
    ),
});

/**
 * Sets the hash of a PIN; only the sign-in service of the engine makes one. Everybody may change their own, an owner
 * any. The first PIN is an owner's: from then on everybody has to sign in.
 */
export const SetPin = commandOn(operators)({
  type: SET_PIN,
  payload: z.strictObject({ operatorId, ...Pin.shape }),
  permission: 'operator.pin',
  id: () => OPERATORS_ID,
  decide: (set, state, { actor }) =>
    known(set.operatorId, state, (operator) => {
      const acting = state.operators.find((one) => one.operatorId === actor);
      if (acting && acting.role !== 'owner' && acting !== operator)
        return reject('not-your-pin', 'Only an owner sets the PIN of somebody else.', {
          name: operator.name,
        });
      if (operator.role !== 'owner' && state.operators.every((one) => !one.pin))
        return reject('owner-first', 'Give an owner a PIN first: somebody has to be able to let people in.', {
          role: operator.role,
        });
      const { pin } = operator;
      const isSame = pin?.salt === set.salt && pin.hash === set.hash && pin.iterations === set.iterations;
      return ok(isSame ? [] : [PinSet(set)]);
    }),
});

/**
 * Ends signing in: every PIN is gone, and whoever opens the book is its owner. Only the sign-in service gives it, and
 * only on the PIN of whoever asks.
 */
export const TurnOffSignIn = commandOn(operators)({
  type: TURN_OFF_SIGN_IN,
  payload: z.strictObject({}),
  permission: 'operator.manage',
  id: () => OPERATORS_ID,
  decide: (_, state) => ok(state.operators.some(({ pin }) => pin) ? [SignInTurnedOff({})] : []),
});

export const operatorCommands = [AddOperator, ChangeOperator, RemoveOperator, SetPin, TurnOffSignIn];
