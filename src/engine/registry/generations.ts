import type { Generation, GenerationRow, Registry } from '../reading/registry.ts';

type Build = Omit<Generation, 'number'>;

/** Whether a generation was built by this version of the projection, into tables like these, without whom is forgotten. */
export const isBuildOf = (generation: Generation, build: Build): boolean => {
  if (generation.version !== build.version || generation.forgotten !== build.forgotten) return false;
  const names = Object.keys(build.stores);
  return (
    names.length === Object.keys(generation.stores).length &&
    names.every((name) => generation.stores[name] === build.stores[name])
  );
};

/** Every change of a row looks at the row first, in its transaction: a leadership may overlap with the one before. */
const change = <Answer>(
  registry: Registry,
  view: string,
  decide: (row: GenerationRow) => { readonly row?: GenerationRow; readonly answer: Answer },
): Promise<Answer> =>
  registry.transaction('rw', registry.generations, async () => {
    const { row, answer } = decide((await registry.generations.get(view)) ?? { view });
    if (row) await registry.generations.put(row);
    return answer;
  });

/**
 * The generation to build: the one under way if it fits, else one under a number that neither the row nor any
 * database (`taken`) bears. It is written down before its database exists, so that nobody sweeps that away.
 */
export const planGeneration = (
  registry: Registry,
  view: string,
  build: Build,
  taken: readonly number[],
): Promise<Generation> =>
  change(registry, view, (row) => {
    if (row.building && isBuildOf(row.building, build)) return { answer: row.building };
    const number = 1 + Math.max(0, row.serving?.number ?? 0, row.building?.number ?? 0, ...taken);
    const building = { number, ...build };
    return { row: { ...row, building }, answer: building };
  });

/** Lets the generation that was built answer from now on, in one write. False when the row has moved on without it. */
export const promote = (registry: Registry, view: string, number: number): Promise<boolean> =>
  change(registry, view, ({ serving, building }) => {
    if (building?.number !== number) return { answer: serving?.number === number };
    return { row: { view, serving: building }, answer: true };
  });

/** Takes back a generation that is broken or of another log; also one that was being built and is not needed. */
export const withdraw = (registry: Registry, view: string, number: number): Promise<void> =>
  change(registry, view, ({ serving, building }) => ({
    row: {
      view,
      ...(serving && serving.number !== number && { serving }),
      ...(building && building.number !== number && { building }),
    },
    answer: undefined,
  }));
