import { defineAggregate } from '../../kernel/index.ts';
import type { OperatorId } from '../ids.ts';
import {
  OperatorAdded,
  OperatorChanged,
  OperatorRemoved,
  PinSet,
  type OperatorDescription,
  type Pin,
} from './events.ts';

export interface Operator extends OperatorDescription {
  /** Without one they can't sign in. */
  readonly pin?: Pin;
}

export interface OperatorsState {
  readonly operators: readonly Operator[];
}

const initial: OperatorsState = { operators: [] };

const changed = (
  { operators }: OperatorsState,
  operatorId: OperatorId,
  change: (operator: Operator) => Operator,
): OperatorsState => ({
  operators: operators.map((operator) => (operator.operatorId === operatorId ? change(operator) : operator)),
});

/** All of them are one stream, so that there is an owner at any time. */
export const operators = defineAggregate({
  category: 'operator',
  initial,
  events: [OperatorAdded, OperatorChanged, OperatorRemoved, PinSet],
  evolve: {
    OperatorAdded: (state, operator) => ({ operators: [...state.operators, operator] }),
    OperatorChanged: (state, description) =>
      changed(state, description.operatorId, (operator) => ({ ...operator, ...description })),
    OperatorRemoved: (state, { operatorId }) => ({
      operators: state.operators.filter((operator) => operator.operatorId !== operatorId),
    }),
    PinSet: (state, { operatorId, salt, hash, iterations }) =>
      changed(state, operatorId, (operator) => ({ ...operator, pin: { salt, hash, iterations } })),
  },
});

/** The one stream's id. */
export const OPERATORS_ID = 'all';
