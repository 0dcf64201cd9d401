import type { Actor, Trade, Json, Outcome, Receipt } from '../../kernel/index.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { rejected } from '../pipeline/stages.ts';
import type { Clock, Dispatched } from '../ports.ts';
import type { Attempts } from './attempts.ts';
import { hashPin, isPin, isRightPin } from './pin.ts';
import type { Session } from './session.ts';

/** What came of a PIN. `wait`: it was not looked at; too many were wrong. */
export type SignedIn =
  | { readonly status: 'signed-in' }
  | { readonly status: 'wrong-pin' }
  | { readonly status: 'wait'; readonly until: string };

type Tried = Exclude<SignedIn, { readonly status: 'signed-in' }> | { readonly status: 'right-pin' };
type Rejected = ReturnType<typeof rejected>;

const wrongPin = (attemptId: string, operatorId: string): Rejected =>
  rejected(attemptId, 'wrong-pin', 'This is not the PIN.', { operatorId });

interface DoorPorts {
  readonly application: Trade;
  readonly session: Session;
  readonly attempts: Attempts;
  readonly pipeline: Pipeline;
  readonly clock: Clock;
}

/** Signing in, and the setting of PINs: the only code that ever sees one. It goes into no command and no record. */
export const createSignInDoor = ({ application, session, attempts, pipeline, clock }: DoorPorts) => {
  const tryPin = async (operatorId: string, pin: string): Promise<Tried> => {
    const now = clock.now();
    const until = await attempts.blockedUntil(operatorId, now);
    if (until !== undefined) return { status: 'wait', until };
    const known = (await session.colleagues()).find(({ id }) => id === operatorId)?.pin;
    if (known && (await isRightPin(pin, known))) {
      await attempts.succeeded(operatorId);
      return { status: 'right-pin' };
    }
    await attempts.failed(operatorId, now);
    return { status: 'wrong-pin' };
  };

  const note = async (outcome: Rejected, type: string, payload: Json = {}): Promise<void> =>
    pipeline.note({ commandId: outcome.commandId, type, payload }, await session.actor(), outcome);

  const signIn = async (attemptId: string, operatorId: string, pin: string): Promise<SignedIn> => {
    const tried = await tryPin(operatorId, pin);
    if (tried.status === 'wrong-pin') await note(wrongPin(attemptId, operatorId), 'SignIn', { operatorId });
    if (tried.status !== 'right-pin') return tried;
    await session.become(operatorId);
    return { status: 'signed-in' };
  };

  /** By whoever is signed in, on their own PIN: a book left open for a minute stays a book with sign-in. */
  const turnOff = async (commandId: string, pin: string): Promise<Receipt> => {
    const command = application.signIn?.turnOff();
    if (!command) return rejected(commandId, 'unknown-command', 'Nobody signs in here.');
    const actor = await session.actor();
    if ((await session.colleagues()).some(({ id }) => id === actor.id)) {
      const tried = await tryPin(actor.id, pin);
      if (tried.status === 'wait')
        return rejected(commandId, 'wait-for-pin', 'Too many PINs were wrong.', { until: tried.until });
      if (tried.status === 'wrong-pin') {
        const refusal = wrongPin(commandId, actor.id);
        await note(refusal, command.type);
        return refusal;
      }
    }
    const receipt = await pipeline.dispatch({ commandId, ...command }, actor, 'strict');
    await session.refresh();
    return receipt;
  };

  return {
    signIn: (attemptId: string, operatorId: string, pin: string) =>
      attempts.inTurn(() => signIn(attemptId, operatorId, pin)),
    signOut: () => session.become(undefined),
    turnOff: (commandId: string, pin: string) => attempts.inTurn(() => turnOff(commandId, pin)),
    guards: (type: string): boolean => application.signIn?.guarded.includes(type) ?? false,
    /** Refuses a command that comes by way of the sign-in alone. What it held may be a hash: that is not recorded. */
    refuse: async ({ commandId, type }: Dispatched): Promise<Receipt> => {
      const refusal = rejected(commandId, 'asks-for-pin', 'This asks for a PIN.');
      await note(refusal, type);
      return refusal;
    },
    setPin: async (commandId: string, operatorId: string, pin: string): Promise<Receipt> => {
      const refused: Outcome = rejected(commandId, 'bad-pin', 'A PIN is four to twelve digits.');
      if (!application.signIn || !isPin(pin)) return refused;
      const actor: Actor = await session.actor();
      const command = application.signIn.setPin(operatorId, await hashPin(pin));
      const receipt = await pipeline.dispatch({ commandId, ...command }, actor, 'strict');
      // Whoever sets the first PIN, their own, is not shut out by it.
      if (receipt.status === 'committed' && (await session.actor()).role === 'nobody')
        await session.become(operatorId);
      await session.refresh();
      return receipt;
    },
  };
};
