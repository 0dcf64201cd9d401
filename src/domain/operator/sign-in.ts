import type { SignIn } from '../../kernel/index.ts';
import { SetPin } from './commands.ts';
import { OPERATORS_ID, operators } from './state.ts';

/** Who works here, as the engine asks for it. */
export const signIn: SignIn = {
  colleagues: async (read) => {
    const { state } = await read(operators, OPERATORS_ID);
    return state.operators.map(({ operatorId, name, role, pin }) => ({ id: operatorId, name, role, pin }));
  },
  setPin: (operatorId, pin) => ({ type: SetPin.type, payload: { operatorId, ...pin } }),
};
