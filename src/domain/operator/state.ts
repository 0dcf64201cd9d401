import { defineAggregate } from '../../kernel/index.ts';
import type { OperatorId } from '../ids.ts';
import {
  OperatorAdded,
  OperatorChanged,
  OperatorRemoved,
  PinSet,
  SignInTurnedOff,
  type OperatorDescription,
  type Pin,
} from './events.ts';

export interface Operator extends OperatorDescription {
  /** Without one they can't sign in. */
  readonly pin?: Pin;
}

export interface OperatorsState {
  readonly operators: readonly Operator[];
  /** Who worked here once: the history tells of them by name. */
  readonly former: readonly OperatorDescription[];
}

const initial: OperatorsState = { operators: [], former: [] };

const withoutPin = ({ operatorId, name, role }: Operator): Operator => ({ operatorId, name, role });

const changed = (
  { operators, former }: OperatorsState,
  operatorId: OperatorId,
  change: (operator: Operator) => Operator,
): OperatorsState => ({
  former,
  operators: operators.map((operator) => (operator.operatorId === operatorId ? change(operator) : operator)),
});

/** All of them are one stream, so that there is an owner at any time. */
export const operators = defineAggregate({
  category: 'operator',
  initial,
  events: [OperatorAdded, OperatorChanged, OperatorRemoved, PinSet, SignInTurnedOff],
  evolve: {
    OperatorAdded: (state, operator) => ({ ...state, operators: [...state.operators, operator] }),
    OperatorChanged: (state, description) =>
      changed(state, description.operatorId, (operator) => ({ ...operator, ...description })),
    OperatorRemoved: (state, { operatorId }) => ({
      operators: state.operators.filter((operator) => operator.operatorId !== operatorId),
      former: [
        ...state.former,
        ...state.operators.filter((operator) => operator.operatorId === operatorId).map(withoutPin),
      ],
    }),
    PinSet: (state, { operatorId, salt, hash, iterations }) =>
      changed(state, operatorId, (operator) => ({ ...operator, pin: { salt, hash, iterations } })),
    SignInTurnedOff: (state) => ({ ...state, operators: state.operators.map(withoutPin) }),
  },
});

/** The one stream's id. */
export const OPERATORS_ID = 'all';
