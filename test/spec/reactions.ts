import type { EventEnvelope, Process } from '../../src/kernel/index.ts';
import type { DerivedCommand } from '../../src/engine/feed.ts';
import { derivedCommand, setByOf, timedCommand } from '../../src/engine/processes/derived-command.ts';

interface Instance {
  readonly process: Process;
  readonly id: string;
  readonly state: unknown;
  readonly setBy: ReturnType<typeof setByOf>;
}

/** What processes want done about events and about the time, as the commands that the engine would send. */
export class Reactions {
  readonly #processes: readonly Process[];
  readonly #instances = new Map<string, Instance>();
  readonly #fired = new Set<string>();

  constructor(processes: readonly Process[]) {
    this.#processes = processes;
  }

  to(event: EventEnvelope): readonly DerivedCommand[] {
    return this.#processes.flatMap((process) => {
      const id = process.handles.has(event.type) ? process.instance(event) : undefined;
      if (id === undefined) return [];
      const key = `${process.name}/${id}`;
      const before = this.#instances.get(key)?.state ?? process.initial;
      const { state, effects } = process.step(before, event);
      this.#instances.set(key, { process, id, state, setBy: setByOf(event) });
      return effects.map((effect, n) => derivedCommand(process.name, id, event, effect, n));
    });
  }

  /** Each timer that is due at this instant (ISO), once. */
  at(now: string): readonly DerivedCommand[] {
    return [...this.#instances].flatMap(([key, { process, id, state, setBy }]) =>
      (process.timers?.of(state) ?? []).flatMap((timer) => {
        const name = `${key}/${timer.key}/${timer.due}`;
        if (timer.due > now || this.#fired.has(name)) return [];
        this.#fired.add(name);
        const fired = { ...timer, firedAt: now, late: Date.parse(now) - Date.parse(timer.due) };
        const effects = process.timers?.fire(state, fired, id) ?? [];
        return effects.map((effect, n) => timedCommand(process.name, id, fired, setBy, effect, n));
      }),
    );
  }
}
