import type { SignIn } from '../../kernel/index.ts';
import { OPERATORS_ID, operators } from './state.ts';

/** Given by the sign-in service alone; named here, for it has to know them before any command is given. */
export const SET_PIN = 'SetPin';
export const TURN_OFF_SIGN_IN = 'TurnOffSignIn';

/** Who works here, as the engine asks for it. */
export const signIn: SignIn = {
  colleagues: async (read) => {
    const { state } = await read(operators, OPERATORS_ID);
    return state.operators.map(({ operatorId, name, role, pin }) => ({ id: operatorId, name, role, pin }));
  },
  former: async (read) => {
    const { state } = await read(operators, OPERATORS_ID);
    return state.former.map(({ operatorId, name }) => ({ id: operatorId, name }));
  },
  setPin: (operatorId, pin) => ({ type: SET_PIN, payload: { operatorId, ...pin } }),
  turnOff: () => ({ type: TURN_OFF_SIGN_IN, payload: {} }),
  guarded: [SET_PIN, TURN_OFF_SIGN_IN],
};
