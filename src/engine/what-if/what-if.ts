import { byName, type Actor, type Application, type Projection, type Receipt } from '../../kernel/index.ts';
import { paramsOf } from '../reading/ask.ts';
import type { Dispatched, Head } from '../ports.ts';
import { branchOff, type Branched, type BranchPorts } from './branch.ts';
import { differencesOf, type Difference, type Tables } from './difference.ts';

/** Commands to try, and what to ask of the book as it would then be. */
export interface Trial {
  readonly commands: readonly Dispatched[];
  /** Read models to look at; all that the person may see, when left out. Those of the questions come by themselves. */
  readonly views?: readonly string[];
  readonly asks?: readonly { readonly query: string; readonly params: unknown }[];
  /** Somebody wrote them in the Engine room: that they tried them is recorded. */
  readonly byHand?: boolean;
}

/** What would come of it. Nothing of it is in the book. */
export interface WhatIf {
  /** How each command would end. */
  readonly outcomes: readonly Receipt[];
  /** What would be written, by type and stream; by whom: a person, or a process because of it. */
  readonly happens: readonly { readonly type: string; readonly stream: string; readonly actor: string }[];
  /** Every row that would be otherwise, read model by read model. */
  readonly differences: readonly Difference[];
  /** In the order of the questions. */
  readonly answers: readonly unknown[];
  /** The position of the book that it was tried on. */
  readonly position: number;
  /** False: the book moves on too fast, or a read model lags: the differences are those to rows of about now. */
  readonly exact: boolean;
}

export interface WhatIfPorts extends BranchPorts {
  readonly application: Pick<Application, 'processes' | 'projections' | 'queries' | 'permits'>;
  /** Waits until processes have nothing left to do, as far as they come to that soon; gives the log's head. */
  settled(): Promise<Head>;
  head(): number;
  /** Reads rows as of one position, which is `atLeast` if it comes to that soon. */
  read<Answer>(
    view: string,
    atLeast: number,
    run: (tables: Tables) => Promise<Answer>,
  ): Promise<{ readonly answer: Answer; readonly position: number }>;
}

/** How often it is tried anew when the book moves on meanwhile. */
const TRIES = 4;

export class UnknownTrialQueryError extends Error {
  override readonly name = 'UnknownTrialQueryError';
}

export const createWhatIf = (ports: WhatIfPorts) => {
  const { queries, projections, permits } = ports.application;
  const queryOf = byName(queries, ({ name }) => name);

  /** Rows hold more than one answer says: a person sees those of read models of which they may ask everything. */
  const mayLookAt = (actor: Actor, { name }: Projection): boolean =>
    queries.filter(({ view }) => view === name).every(({ permission }) => permits(actor, permission));

  const questionsOf = ({ asks = [] }: Trial, actor: Actor) =>
    asks.map(({ query: name, params }, index) => {
      const query = queryOf.get(name);
      if (!query || !permits(actor, query.permission))
        throw new UnknownTrialQueryError(`There is no query ${name} for you.`);
      return { query, index, params: paramsOf(query, params) };
    });

  const lookAt = (
    projection: Projection,
    { events }: Branched,
    head: Head,
    questions: ReturnType<typeof questionsOf>,
  ) =>
    ports.read(projection.name, head.position, async (below) => {
      const { differences, tables } = await differencesOf(projection, events, below);
      const answers: [number, unknown][] = [];
      for (const { query, params, index } of questions)
        answers.push([index, await query.run(tables as never, params)]);
      return { differences, answers };
    });

  const once = async (trial: Trial, actor: Actor): Promise<WhatIf> => {
    const questions = questionsOf(trial, actor);
    const head = await ports.settled();
    const branched = await branchOff(trial.commands, actor, head, ports);
    const looked = await Promise.all(
      projections.flatMap((projection) => {
        const own = questions.filter(({ query }) => query.view === projection.name);
        const isWanted = trial.views?.includes(projection.name) ?? true;
        const isShown = isWanted && mayLookAt(actor, projection);
        if (!isShown && own.length === 0) return [];
        return lookAt(projection, branched, head, own).then((seen) => ({ ...seen, isShown }));
      }),
    );
    const answers: unknown[] = questions.map(() => undefined);
    for (const [index, answer] of looked.flatMap((one) => one.answer.answers)) answers[index] = answer;
    return {
      outcomes: branched.outcomes,
      happens: branched.events.map(({ type, stream, meta }) => ({ type, stream, actor: meta.actor })),
      differences: looked.flatMap((one) => (one.isShown ? one.answer.differences : [])),
      answers,
      position: head.position,
      exact: ports.head() === head.position && looked.every(({ position }) => position === head.position),
    };
  };

  /**
   * Tries commands on a branch of the book in memory, in a person's name. @throws BadParamsError, StoreFailure,
   * EndlessBranchError, UnknownTrialQueryError
   */
  return async (trial: Trial, actor: Actor): Promise<WhatIf> => {
    for (let tries = 1; ; tries += 1) {
      const found = await once(trial, actor);
      if (found.exact || tries === TRIES) return found;
    }
  };
};
