import { canonicalJson, part, type Commands, type Json, type Trade } from '../../kernel/index.ts';
import { loosen, type LooseCommit } from '../log/records.ts';
import type { KeptOutcome, LogRecord, StoredCommand, StoredEvent } from '../ports.ts';
import { closeBoxes, openBoxes } from './box.ts';
import type { Keyring } from './keyring.ts';
import { partOutcome, partWords } from './outcomes.ts';
import { compileCommandPlans, compilePlans, eventsOf, type CommandPlans, type Plans } from './plans.ts';

/** FOR EVER: what a box is bound to, so that it opens nowhere else. */
const about = {
  event: ({ stream, version, type }: StoredEvent) => `event/${stream}/${String(version)}/${type}`,
  command: (commandId: string) => `command/${commandId}`,
  outcome: (commandId: string) => `outcome/${commandId}`,
};

type Part = ReturnType<typeof part>;
type Opened = Awaited<ReturnType<typeof openBoxes>>;

/**
 * Seals what is personal before it is written and opens it after it was read, with each person's own key. All of it
 * happens outside of transactions (promises.md, fact 8), and what the log chains is the sealed form.
 */
export class Sealing {
  readonly plans: Plans;
  readonly #commands: () => Promise<Commands>;
  #commandPlans: Promise<CommandPlans> | undefined;
  readonly #keyring: Keyring;
  /** Data of events at hand: what was just sealed need not be opened to be read. */
  #opened = new WeakMap<StoredEvent, Json>();
  #forgotten = 0;

  constructor(application: Trade, commands: () => Promise<Commands>, keyring: Keyring) {
    this.plans = compilePlans(application);
    this.#commands = commands;
    this.#keyring = keyring;
  }

  /** Rises when somebody is forgotten: whatever was opened before is not to be used any more. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /** Uses their keys no more and lets go of all that was opened. */
  forget(subjects: readonly string[]): void {
    this.#keyring.forget(subjects);
    this.#opened = new WeakMap();
    this.#forgotten += 1;
  }

  /** Who is forgotten by the events of these records. */
  forgottenBy(records: readonly LogRecord[]): readonly string[] {
    if (this.plans.forgetting.size === 0) return [];
    return records.flatMap((record) => this.plans.forgottenBy(eventsOf(record)));
  }

  /** Commits as they are to be written. Those without anything personal are given back as they are. */
  async commits(loose: readonly LooseCommit[]): Promise<readonly LooseCommit[]> {
    const { plans } = await this.#ofCommands();
    const parted = loose.map(({ commit }) => ({
      command: this.#part(plans, commit.command.type, commit.command.payload),
      events: commit.events.map(({ type, data }) => this.#part(this.plans.events, type, data)),
    }));
    const all = parted.flatMap(({ command, events }) => [command, ...events]);
    const subjects = all.flatMap((one) => (one ? [...one.taken.keys()] : []));
    if (subjects.length === 0) return loose;
    const keys = await this.#keyring.toSeal(subjects);
    return Promise.all(
      loose.map(async (one, n): Promise<LooseCommit> => {
        const { command, events } = parted[n] ?? { events: [] };
        if (!command && !events.some((event) => event)) return one;
        const { commit } = one;
        const sealed = {
          ...commit,
          command: await sealCommand(keys, commit.commandId, commit.command, command),
          events: await Promise.all(commit.events.map((event, m) => this.#sealEvent(keys, event, events[m]))),
        };
        return loosen(sealed);
      }),
    );
  }

  /** Outcomes as they are to be kept: of one who has no key, nothing personal is. */
  async outcomes(kept: readonly KeptOutcome[]): Promise<readonly KeptOutcome[]> {
    return Promise.all(kept.map((outcome) => this.#sealOutcome(outcome)));
  }

  async openOutcome(kept: KeptOutcome): Promise<KeptOutcome> {
    const { sealed, ...bare } = kept;
    if (!sealed) return kept;
    const opened = await openBoxes(this.#keyring, about.outcome(kept.commandId), bare as never, sealed);
    return opened.value as unknown as KeptOutcome;
  }

  /** Data of the events of a record, in order, with what was sealed in it. */
  async dataOf(record: LogRecord): Promise<readonly Json[]> {
    const opened = this.#opened;
    const events = eventsOf(record);
    const closed = events.filter((event) => event.sealed && !opened.has(event));
    // Together, so that the store is asked once for a record, not once for each event.
    if (closed.length > 0)
      await this.#keyring.toOpen(closed.flatMap(({ sealed = [] }) => sealed.map(({ subject }) => subject)));
    return Promise.all(
      events.map(async (event) => {
        if (!event.sealed) return event.data;
        const atHand = opened.get(event);
        if (atHand !== undefined) return atHand;
        return (await openBoxes(this.#keyring, about.event(event), event.data, event.sealed)).value;
      }),
    );
  }

  /** What a kept command was given, with what was sealed in it. */
  async payloadOf(commandId: string, command: StoredCommand): Promise<Json> {
    return (await this.openCommand(commandId, command)).value;
  }

  /** The data of one event; `whole` is false when somebody of whom it speaks is forgotten. */
  openEvent(event: StoredEvent): Promise<Opened> {
    return openBoxes(this.#keyring, about.event(event), event.data, event.sealed ?? []);
  }

  /** The payload of a command, likewise. */
  openCommand(commandId: string, { payload, sealed = [] }: StoredCommand): Promise<Opened> {
    return openBoxes(this.#keyring, about.command(commandId), payload, sealed);
  }

  /** Whether a command is the one that was kept. What is forgotten of the kept one can't tell them apart. */
  async isSame(commandId: string, kept: StoredCommand, now: StoredCommand): Promise<boolean> {
    const { type, payload, sealed = [] } = kept;
    const then = await openBoxes(this.#keyring, about.command(commandId), payload, sealed);
    const compared = then.whole ? now.payload : await this.#bare(now);
    return type === now.type && canonicalJson(then.value) === canonicalJson(compared);
  }

  async #sealOutcome(kept: KeptOutcome): Promise<KeptOutcome> {
    const { bare, taken, refused, quoting } = partOutcome(await this.#ofCommands(), kept);
    const keys = await this.#keyring.toOpen([...taken.keys(), ...(refused === undefined ? [] : [refused])]);
    const speaks = refused !== undefined && (quoting || keys.has(refused));
    const words = speaks ? partWords(bare) : { bare, said: [] };
    const all = speaks ? new Map(taken).set(refused, [...(taken.get(refused) ?? []), ...words.said]) : taken;
    const sealed = await closeBoxes(keys, about.outcome(kept.commandId), all);
    return sealed.length === 0 ? words.bare : { ...words.bare, sealed };
  }

  async #bare({ type, payload }: StoredCommand): Promise<Json> {
    const { plans } = await this.#ofCommands();
    return this.#part(plans, type, payload)?.open ?? payload;
  }

  #ofCommands(): Promise<CommandPlans> {
    this.#commandPlans ??= this.#commands().then(compileCommandPlans);
    return this.#commandPlans;
  }

  #part(plans: Plans['events'], type: string, value: Json): Part | undefined {
    const plan = plans.get(type);
    const parted = plan && part(plan, value);
    return parted && parted.taken.size > 0 ? parted : undefined;
  }

  async #sealEvent(
    keys: ReadonlyMap<string, CryptoKey>,
    event: StoredEvent,
    parted: Part | undefined,
  ): Promise<StoredEvent> {
    if (!parted) return event;
    const sealed = await closeBoxes(keys, about.event(event), parted.taken);
    const stored: StoredEvent = { ...event, data: parted.open, ...(sealed.length > 0 && { sealed }) };
    if (sealed.length === parted.taken.size) this.#opened.set(stored, event.data);
    return stored;
  }
}

const sealCommand = async (
  keys: ReadonlyMap<string, CryptoKey>,
  commandId: string,
  command: StoredCommand,
  parted: Part | undefined,
): Promise<StoredCommand> => {
  if (!parted) return command;
  const sealed = await closeBoxes(keys, about.command(commandId), parted.taken);
  return { type: command.type, payload: parted.open, ...(sealed.length > 0 && { sealed }) };
};
