import type { Generation, GenerationRow, Registry, Verified } from '../reading/registry.ts';

export type Build = Omit<Generation, 'number'>;

/**
 * Whether a generation was built by this version of the projection, from events like these into tables like these,
 * without whom is forgotten.
 */
export const isBuildOf = (generation: Generation, build: Build): boolean => {
  if (generation.version !== build.version || generation.forgotten !== build.forgotten) return false;
  if (generation.reads !== build.reads) return false;
  const names = Object.keys(build.stores);
  return (
    names.length === Object.keys(generation.stores).length &&
    names.every((name) => generation.stores[name] === build.stores[name])
  );
};

/** The highest number that a row knows to have been given. */
const highestOf = ({ highest, serving, building, before }: GenerationRow): number =>
  Math.max(highest ?? 0, serving?.number ?? 0, building?.number ?? 0, before?.number ?? 0);

/** Every change of a row looks at the row first, in its transaction: a leadership may overlap with the one before. */
export const changeRow = <Answer>(
  registry: Registry,
  view: string,
  decide: (row: GenerationRow) => { readonly row?: GenerationRow; readonly answer: Answer },
): Promise<Answer> =>
  registry.transaction('rw', registry.generations, async () => {
    const before = (await registry.generations.get(view)) ?? { view };
    const { row, answer } = decide(before);
    if (row) await registry.generations.put({ ...row, highest: Math.max(highestOf(before), highestOf(row)) });
    return answer;
  });

/** A number that was never given, as far as the row knows, and that no database (`taken`) bears. */
export const nextNumber = (row: GenerationRow, taken: readonly number[]): number =>
  1 + Math.max(highestOf(row), ...taken);

const withoutRebuild = ({ rebuild: _, ...row }: GenerationRow): GenerationRow => row;

/** The row without the generation that is being built, and without what was asked about it. */
export const withoutBuilding = ({ building: _, rebuild: __, ...row }: GenerationRow): GenerationRow => row;

/**
 * The generation to build where none serves that would do: the one under way if it fits, or the one before, else one
 * under a number of its own. It is written down before its database exists, so that nobody sweeps that away.
 */
export const planGeneration = (
  registry: Registry,
  view: string,
  build: Build,
  taken: readonly number[],
): Promise<Generation> =>
  changeRow(registry, view, (row) => {
    const { before, building: begun, ...rest } = withoutRebuild(row);
    const building = [begun, before].find((one) => one && isBuildOf(one, build)) ?? {
      number: nextNumber(row, taken),
      ...build,
    };
    return {
      row: { ...rest, ...(before && before !== building && { before }), building },
      answer: building,
    };
  });

/**
 * Lets the generation that was built answer from now on, in one write, and keeps the one that answered so far where
 * that was asked for. Undefined when the row has moved on without it; else the numbers that nobody needs any more.
 */
export const promote = (
  registry: Registry,
  view: string,
  number: number,
  verified?: Verified,
): Promise<readonly number[] | undefined> =>
  changeRow(registry, view, ({ serving, building, before, rebuild }) => {
    if (building?.number !== number) return { answer: serving?.number === number ? [] : undefined };
    const kept = rebuild && serving;
    const left = [serving, before].flatMap((one) => (one && one !== kept ? [one.number] : []));
    return {
      row: { view, serving: building, ...(kept && { before: kept }), ...(verified && { verified }) },
      answer: left,
    };
  });

/** Takes back a generation that is broken or of another log; also one that was being built and is not needed. */
export const withdraw = (registry: Registry, view: string, number: number): Promise<void> =>
  changeRow(registry, view, ({ serving, building, before, ...row }) => {
    const { rebuild, verified, ...rest } = row;
    return {
      row: {
        ...rest,
        ...(rebuild && building?.number !== number && { rebuild }),
        ...(verified && serving?.number !== number && { verified }),
        ...(serving && serving.number !== number && { serving }),
        ...(building && building.number !== number && { building }),
        ...(before && before.number !== number && { before }),
      },
      answer: undefined,
    };
  });
