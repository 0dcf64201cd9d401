import { expect } from 'vitest';
import {
  canonicalJson,
  type Aggregate,
  type CommandContext,
  type CommandType,
  type Decided,
  type NewEvent,
  type Read,
  type Rejection,
} from '../../src/kernel/index.ts';
import { frozen } from './frozen.ts';
import { recorded } from './projection.ts';

/**
 * given-when-then for commands; whatever is told with `on(aggregate, id, …)` may lie in any stream:
 * `await given(on(jars, 'a', MarblesAdded(…))).when(TakeMarbles, {…}).then(MarblesTaken(…))`.
 */
export const given = (...facts: readonly Decided[]) => ({
  when: (command: CommandType, payload: unknown, context: Partial<CommandContext> = {}): Decision =>
    outcomeOf(() => Promise.resolve(facts), { command, payload, context }),
});

export interface Decision {
  /** The same command once more, after it was carried out. */
  again(): Decision;
  /** Exactly these events, in order; told with `on(…)`, also in these streams. */
  then(...expected: readonly (Decided | NewEvent)[]): Promise<void>;
  thenNothing(): Promise<void>;
  /** Refused for this reason, with at least these values. */
  thenRejected(code: string, values?: Rejection['values']): Promise<void>;
  /** Refused for its shape, before anybody decided; `path` is one of the members at fault. */
  thenMalformed(path: string): Promise<void>;
}

interface Given {
  readonly command: CommandType;
  readonly payload: unknown;
  readonly context: Partial<CommandContext>;
}

type Answer =
  | { readonly kind: 'malformed'; readonly paths: readonly string[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'decided'; readonly decided: readonly Decided[] };

const outcomeOf = (facts: () => Promise<readonly Decided[]>, said: Given): Decision => {
  const answer = async () => answerTo(await facts(), said);
  return {
    again: () =>
      outcomeOf(async () => {
        const first = await answer();
        return [...(await facts()), ...(first.kind === 'decided' ? first.decided : [])];
      }, said),
    then: async (...expected) => {
      const given = await answer();
      if (given.kind !== 'decided') throw new Error(`expected events, got ${JSON.stringify(given)}`);
      const streamed = expected.some((item) => 'aggregate' in item);
      const actual = streamed ? given.decided.map(told) : given.decided.flatMap(({ events }) => events);
      expect(actual).toEqual(expected.map((item) => ('aggregate' in item ? told(item) : item)));
    },
    thenNothing: async () => {
      expect(await answer()).toEqual({ kind: 'decided', decided: [] });
    },
    thenRejected: async (code, values = {}) => {
      const given = await answer();
      expect(given).toMatchObject({ kind: 'rejected', rejection: { code, values } });
      const message = given.kind === 'rejected' ? given.rejection.message : '';
      expect(message, 'a sentence for a person').toMatch(/^[\p{Lu}“].+/u);
    },
    thenMalformed: async (path) => {
      const given = await answer();
      expect(given.kind).toBe('malformed');
      expect(given.kind === 'malformed' ? given.paths : []).toContain(path);
    },
  };
};

const MOMENT = '2026-11-20T10:42:00.000Z';

const answerTo = async (facts: readonly Decided[], { command, payload, context }: Given): Promise<Answer> => {
  const parsed = command.payload.safeParse(payload);
  if (!parsed.success)
    return { kind: 'malformed', paths: parsed.error.issues.map(({ path }) => path.map(String).join('.')) };
  const world = await command.load(frozen(parsed.data), past(facts));
  const usual = { commandId: 'command', actor: 'owner', recordedAt: MOMENT, occurredAt: MOMENT };
  const decision = command.decide(frozen(parsed.data), frozen(world), { ...usual, ...context });
  if (!decision.ok) return { kind: 'rejected', rejection: decision.error };
  for (const { aggregate, events } of decision.value) for (const event of events) wellKept(aggregate, event);
  return { kind: 'decided', decided: decision.value };
};

/** What the facts make of each stream. */
const past = (facts: readonly Decided[]): Read => {
  const events = recorded(...facts);
  return (aggregate, id) => {
    const own = events.filter(({ stream }) => stream === aggregate.stream(id));
    const state = own.reduce((before, event) => aggregate.evolve(frozen(before), event), aggregate.initial);
    return Promise.resolve({ id, version: own.length, state });
  };
};

const told = ({ aggregate, id, events }: Decided) => ({ stream: aggregate.stream(id), events });

/** An event holds what its schema declares, nothing else, and nothing that the log can't keep. */
const wellKept = (aggregate: Aggregate, event: NewEvent): void => {
  const declared = aggregate.events.find(({ type }) => type === event.type);
  const kept: unknown = JSON.parse(canonicalJson(event.data));
  expect(declared?.schema.parse(kept), `${aggregate.category} declares ${event.type}`).toEqual(event.data);
};
