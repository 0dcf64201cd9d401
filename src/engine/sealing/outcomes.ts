import { part, subjectOf, type Rejection, type Taken } from '../../kernel/index.ts';
import type { KeptOutcome } from '../ports.ts';
import type { CommandPlans } from './plans.ts';

/** An outcome without what is personal in its command, and that, by whose it is; whom a refusal may speak of. */
interface PartedOutcome {
  readonly bare: KeptOutcome;
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
  readonly refused?: string | undefined;
  /** The refusal repeats what was personal in the command. */
  readonly quoting: boolean;
}

/** Refusals of what never was a command of this trade: nobody knows what its payload holds, so none of it is kept. */
const SHAPELESS: readonly string[] = ['invalid-command', 'unknown-command', 'invalid-payload'];

const rejectionOf = ({ outcome }: KeptOutcome): Rejection | undefined =>
  outcome.status === 'rejected' ? outcome.rejection : undefined;

/** Whether a refusal repeats what was personal in the command. */
const repeats = (rejection: Rejection, taken: readonly Taken[]): boolean => {
  const said = JSON.stringify(rejection);
  return taken.some(([, value]) => typeof value === 'string' && value !== '' && said.includes(value));
};

const NOTHING = { taken: new Map<string, readonly Taken[]>(), quoting: false };

/** Paths are those from the outcome. */
export const partOutcome = ({ plans, known }: CommandPlans, kept: KeptOutcome): PartedOutcome => {
  const { type, payload } = kept.command;
  const rejection = rejectionOf(kept);
  const plan = plans.get(type);
  if (rejection && SHAPELESS.includes(rejection.code)) {
    const harmless = known.has(type) && !plan;
    return { bare: harmless ? kept : { ...kept, command: { type, payload: {} } }, ...NOTHING };
  }
  if (!plan) return { bare: kept, ...NOTHING };
  const parted = part(plan, payload);
  const taken = [...parted.taken].map(
    ([subject, values]) =>
      [subject, values.map(([path, value]): Taken => [['command', 'payload', ...path], value])] as const,
  );
  return {
    bare: { ...kept, command: { type, payload: parted.open } },
    taken: new Map(taken),
    refused: rejection && subjectOf(plan, payload),
    quoting: rejection !== undefined && repeats(rejection, [...parted.taken.values()].flat()),
  };
};

/** What a refusal says of a person is theirs too: the same outcome without its words, and these. */
export const partWords = (
  kept: KeptOutcome,
): { readonly bare: KeptOutcome; readonly said: readonly Taken[] } => {
  const { outcome } = kept;
  if (outcome.status !== 'rejected') return { bare: kept, said: [] };
  const { code, message, values } = outcome.rejection;
  return {
    bare: { ...kept, outcome: { ...outcome, rejection: { code, message: '', values: {} } } },
    said: [
      [['outcome', 'rejection', 'message'], message],
      [['outcome', 'rejection', 'values'], values],
    ],
  };
};
