import type { Place } from '../../reading/tracing.ts';

/** So many commands are remembered: their events are projected within moments. */
const COMMANDS = 5_000;

/** Where in their traces commands stand, for what is made of their events. In memory alone: the log knows of no trace. */
export class Contexts {
  readonly #commands = new Map<string, Place>();
  readonly #reactions = new Map<string, Place>();

  remember(commandId: string, place: Place): void {
    this.#commands.delete(commandId);
    this.#commands.set(commandId, place);
    if (this.#commands.size <= COMMANDS) return;
    const [oldest] = this.#commands.keys();
    if (oldest !== undefined) this.#commands.delete(oldest);
  }

  of(commandId: string): Place | undefined {
    return this.#commands.get(commandId);
  }

  /** A process reacts to the events of a command, until what this gives is called. */
  reacting(process: string, commandId: string, place: Place): () => void {
    const key = `${process}/${commandId}`;
    this.#reactions.set(key, place);
    return () => {
      this.#reactions.delete(key);
    };
  }

  /** What caused a command of a process: the reaction that sends it, or else the command whose event it reacts to. */
  causeOf(actor: string, causationId: string): Place | undefined {
    // An event's id is that of its command and its number there.
    const commandId = causationId.slice(0, causationId.lastIndexOf('/'));
    return this.#reactions.get(`${actor.replace('process:', '')}/${commandId}`) ?? this.of(commandId);
  }
}
