import type { Actor, Colleague, Commands, Followers, Read, Trade } from '../../kernel/index.ts';

/** Nobody has signed in where somebody has to: no role, so no permission. */
const NOBODY: Actor = { id: 'nobody', role: 'nobody' };

/** What looking at the log itself asks for: events, refusals, the state of the engine. */
export const SEE_ENGINE = 'engine.see';

/** What repairing the read models asks for; to a session it is a command of the same name. */
export const REPAIR_ENGINE = 'engine.repair';

/** Who is signed in in this tab, and what they may do, by the names of the trade. */
export interface SessionState {
  /** Rises with every change. */
  readonly turn: number;
  readonly actor: Actor;
  /** Somebody has a PIN: whoever works here has to sign in. */
  readonly required: boolean;
  readonly colleagues: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly hasPin: boolean;
  }[];
  /** The names of those who worked here once, by their ids. */
  readonly former: Readonly<Record<string, string>>;
  /** Commands and jobs that may be given (and `engine.repair`), queries that may be asked. */
  readonly commands: readonly string[];
  readonly queries: readonly string[];
  readonly seesEngine: boolean;
}

/** All that may be given or asked. */
type Asked = Pick<Commands & Followers, 'commands' | 'jobs' | 'queries'>;

const NOTHING: Asked = { commands: [], jobs: [], queries: [] };

interface SessionPorts {
  readonly application: Trade;
  /** Of no use to somebody who may do nothing, and not asked for then. */
  readonly rest: () => Promise<Asked>;
  /** Who works here as long as nobody has a PIN. */
  readonly builtIn: Actor;
  readonly read: Read;
}

/**
 * Who is signed in in this tab. The role is looked up in the write model at every use, so that what an owner changes
 * counts at once, in every tab. It lives as long as the worker: after a reload one signs in again.
 */
export class Session {
  readonly #ports: SessionPorts;
  #signedIn: string | undefined;
  #told: SessionState | undefined;
  #basis: string | undefined;
  #waiting: (() => void)[] = [];

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  async colleagues(): Promise<readonly Colleague[]> {
    const { application, read } = this.#ports;
    return (await application.signIn?.colleagues(read)) ?? [];
  }

  async actor(): Promise<Actor> {
    return this.#actorAmong(await this.colleagues());
  }

  /**
   * Who gave something that goes on after them, with the role they have by now: none once they may not sign in any more.
   * Who worked here before anybody had a PIN keeps theirs.
   */
  async presently(actor: Actor): Promise<Actor> {
    const colleagues = await this.colleagues();
    if (actor.id === this.#ports.builtIn.id || !colleagues.some(({ pin }) => pin)) return actor;
    const role = colleagues.find(({ id }) => id === actor.id)?.role ?? NOBODY.role;
    return { id: actor.id, role };
  }

  /** The PIN was right, or, without an id, whoever was signed in leaves. */
  async become(operatorId: string | undefined): Promise<void> {
    this.#signedIn = operatorId;
    await this.refresh();
  }

  /** The state once it is another than that of this turn. */
  async after(turn: number): Promise<SessionState> {
    if (!this.#told) await this.refresh();
    while (this.#told?.turn === turn) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#told as unknown as SessionState;
  }

  /** Looks whether something has changed: the log went on. */
  async refresh(): Promise<void> {
    const asked = (await this.actor()) === NOBODY ? NOTHING : await this.#ports.rest();
    const colleagues = await this.colleagues();
    const former = await this.#former();
    // Where nobody signs in nobody stays signed in: PINs that are set later are asked for in every tab.
    if (!colleagues.some(({ pin }) => pin)) this.#signedIn = undefined;
    // Somebody has signed in meanwhile.
    if (asked === NOTHING && this.#actorAmong(colleagues) !== NOBODY) return this.refresh();
    // All that the state rests on; the log goes on far more often than this changes.
    const basis = JSON.stringify([this.#signedIn, colleagues, former]);
    if (this.#told && this.#basis === basis) return;
    this.#basis = basis;
    this.#told = { ...this.#stateAmong(colleagues, asked), former, turn: (this.#told?.turn ?? 0) + 1 };
    for (const wake of this.#waiting.splice(0)) wake();
  }

  async #former(): Promise<SessionState['former']> {
    const { application, read } = this.#ports;
    return Object.fromEntries(
      ((await application.signIn?.former(read)) ?? []).map(({ id, name }) => [id, name]),
    );
  }

  #actorAmong(colleagues: readonly Colleague[]): Actor {
    if (!colleagues.some(({ pin }) => pin)) return this.#ports.builtIn;
    const one = colleagues.find(({ id }) => id === this.#signedIn);
    return one ? { id: one.id, role: one.role } : NOBODY;
  }

  #stateAmong(
    colleagues: readonly Colleague[],
    { commands, jobs, queries }: Asked,
  ): Omit<SessionState, 'turn' | 'former'> {
    const { application } = this.#ports;
    const actor = this.#actorAmong(colleagues);
    const may = ({ permission }: { readonly permission: string }) => application.permits(actor, permission);
    return {
      actor,
      required: colleagues.some(({ pin }) => pin),
      colleagues: colleagues.map(({ id, name, role, pin }) => ({
        id,
        name,
        role,
        hasPin: pin !== undefined,
      })),
      commands: [
        ...[...commands, ...jobs].filter(may).map(({ type }) => type),
        ...(application.permits(actor, REPAIR_ENGINE) ? [REPAIR_ENGINE] : []),
      ],
      queries: queries.filter(may).map(({ name }) => name),
      seesEngine: application.permits(actor, SEE_ENGINE),
    };
  }
}
