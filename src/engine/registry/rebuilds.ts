import type { Rebuild, Registry } from '../reading/registry.ts';
import { changeRow, isBuildOf, nextNumber, withoutBuilding, type Build } from './generations.ts';

/** A repair that can't be done as things are, in words for whoever asked. */
export class CantRepairError extends Error {
  override readonly name = 'CantRepairError';
}

type Asking = Pick<Rebuild, 'by' | 'at'>;

/** Begins a generation beside the one that serves; nothing to do when one is under way already. */
export const askRebuild = (
  registry: Registry,
  view: string,
  build: Build,
  taken: readonly number[],
  asking: Asking,
): Promise<void> =>
  changeRow(registry, view, (row) => {
    if (row.building && (!row.rebuild || row.rebuild.kind === 'rebuild')) return { answer: undefined };
    if (!row.serving) throw new CantRepairError('Nothing serves yet.');
    if (row.building) throw new CantRepairError('The former one is on its way back.');
    const { gaveUp: _, ...rest } = row;
    const building = { number: nextNumber(row, taken), ...build };
    return { row: { ...rest, building, rebuild: { kind: 'rebuild', ...asking } }, answer: undefined };
  });

/** Takes the generation before up again, to bring it up to date and let it serve. */
export const askRollBack = (registry: Registry, view: string, build: Build, asking: Asking): Promise<void> =>
  changeRow(registry, view, ({ before, gaveUp: _, ...row }) => {
    if (row.rebuild?.kind === 'roll-back') return { answer: undefined };
    if (!before || !isBuildOf(before, build)) throw new CantRepairError('No former one is kept.');
    if (row.building) throw new CantRepairError('A rebuild is under way: cancel it first.');
    return {
      row: { ...row, building: before, rebuild: { kind: 'roll-back', ...asking } },
      answer: undefined,
    };
  });

export const setPaused = (registry: Registry, view: string, paused: boolean): Promise<void> =>
  changeRow(registry, view, (row) => {
    if (!row.rebuild) throw new CantRepairError('Nothing is being rebuilt that could wait.');
    const { paused: _, ...rebuild } = row.rebuild;
    return { row: { ...row, rebuild: { ...rebuild, ...(paused && { paused }) } }, answer: undefined };
  });

/**
 * Ends what was asked for, by an operator's word or because it can't be done (`why`). What was on its way back is the
 * generation before again. Gives the number of the one that nobody needs any more.
 */
export const giveUp = (
  registry: Registry,
  view: string,
  failure?: { readonly at: string; readonly why: string },
): Promise<number | undefined> =>
  changeRow(registry, view, (row) => {
    const { building, rebuild } = row;
    if (!building || !rebuild) {
      if (failure) return { answer: undefined };
      throw new CantRepairError('Nothing is being rebuilt.');
    }
    const rest = { ...withoutBuilding(row), ...(failure && { gaveUp: failure }) };
    if (rebuild.kind === 'roll-back') return { row: { ...rest, before: building }, answer: undefined };
    return { row: rest, answer: building.number };
  });
