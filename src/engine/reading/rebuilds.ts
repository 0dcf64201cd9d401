import { liveRegistry } from './live-registry.ts';
import type { Observable } from './observable.ts';

/** How a read model stands that may be made anew beside the one that serves. */
export interface RebuildState {
  readonly view: string;
  /** Number of the generation that is being made because somebody asked for it. */
  readonly underWay?: number;
  /** Number of the one that serves. */
  readonly serving?: number;
  /** The last one was given up: its rows were not what the log says. */
  readonly gaveUp: boolean;
}

/** Every read model, now and whenever something about its generations changes in any tab. */
export const liveRebuilds = (book: string): Observable<readonly RebuildState[]> =>
  liveRegistry(book, async ({ generations }) =>
    (await generations.toArray()).map(({ view, serving, building, rebuild, gaveUp }): RebuildState => ({
      ...{ view, gaveUp: gaveUp !== undefined },
      ...(serving && { serving: serving.number }),
      ...(building && rebuild && { underWay: building.number }),
    })),
  );
