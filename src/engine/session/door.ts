import type { Actor, Application, Outcome, Receipt } from '../../kernel/index.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { rejected } from '../pipeline/stages.ts';
import type { Clock } from '../ports.ts';
import type { Attempts } from './attempts.ts';
import { hashPin, isPin, isRightPin } from './pin.ts';
import type { Session } from './session.ts';

/** What came of a PIN. `wait`: it was not looked at; too many were wrong. */
export type SignedIn =
  | { readonly status: 'signed-in' }
  | { readonly status: 'wrong-pin' }
  | { readonly status: 'wait'; readonly until: string };

interface DoorPorts {
  readonly application: Application;
  readonly session: Session;
  readonly attempts: Attempts;
  readonly pipeline: Pipeline;
  readonly clock: Clock;
}

/** Signing in, and the setting of PINs: the only code that ever sees one. It goes into no command and no record. */
export const createSignInDoor = ({ application, session, attempts, pipeline, clock }: DoorPorts) => {
  /** One at a time: many tries at once would all be looked at before the first is counted. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  const tryPin = async (attemptId: string, operatorId: string, pin: string): Promise<SignedIn> => {
    const now = clock.now();
    const until = await attempts.blockedUntil(operatorId, now);
    if (until !== undefined) return { status: 'wait', until };
    const known = (await session.colleagues()).find(({ id }) => id === operatorId)?.pin;
    if (known && (await isRightPin(pin, known))) {
      await attempts.succeeded(operatorId);
      await session.become(operatorId);
      return { status: 'signed-in' };
    }
    await attempts.failed(operatorId, now);
    const refusal = rejected(attemptId, 'wrong-pin', 'This is not the PIN.', { operatorId });
    await pipeline.note(
      { commandId: attemptId, type: 'SignIn', payload: { operatorId } },
      await session.actor(),
      refusal,
    );
    return { status: 'wrong-pin' };
  };

  return {
    signIn: (attemptId: string, operatorId: string, pin: string) =>
      inTurn(() => tryPin(attemptId, operatorId, pin)),
    signOut: () => session.become(undefined),
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
