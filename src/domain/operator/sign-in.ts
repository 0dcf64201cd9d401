import type { SignIn } from '../../kernel/index.ts';
import { SetPin, TurnOffSignIn } from './commands.ts';
import { OPERATORS_ID, operators } from './state.ts';

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
  setPin: (operatorId, pin) => ({ type: SetPin.type, payload: { operatorId, ...pin } }),
  turnOff: () => ({ type: TurnOffSignIn.type, payload: {} }),
  guarded: [SetPin.type, TurnOffSignIn.type],
};
