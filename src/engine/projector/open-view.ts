import type { Dexie } from 'dexie';
import type { Projection } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { isOfThisLog, readCheckpoint } from '../follow/checkpoint.ts';
import type { Clock } from '../ports.ts';
import type { Measuring } from '../telemetry/port.ts';
import { openGeneration } from '../reading/generation.ts';
import { generationName } from '../reading/names.ts';
import {
  isBuildOf,
  planGeneration,
  promote,
  withdraw,
  type Build,
  type Generation,
  type GenerationRow,
  type Registry,
  type Verified,
} from '../registry/index.ts';
import { drop, generationsOnDisk, sweep } from './databases.ts';
import { readsOf, storesOf } from './stores.ts';

export interface ViewPorts {
  readonly book: string;
  readonly registry: Registry;
  readonly feed: LogFeed;
  readonly clock: Clock;
  /** Event types that hold what is personal, and how many persons were forgotten so far. */
  readonly personal: { readonly types: ReadonlySet<string>; forgotten(): Promise<number> };
  /** Newest schema version of each event type. */
  readonly schemas: ReadonlyMap<string, number>;
  /** Fingerprints of the projections' code by read model, where they are known. */
  readonly code?: Readonly<Record<string, string>> | undefined;
  readonly measuring?: Measuring;
}

/** A generation ready to be folded into. While it does not serve, an older one does. */
export interface OpenedView {
  readonly db: Dexie;
  readonly number: number;
  readonly position: number;
  readonly serves: boolean;
}

/** Missing, broken, without its checkpoint, or folded from a log that is not this one. */
export class UnusableGenerationError extends Error {
  override readonly name = 'UnusableGenerationError';
}

const openDatabase = async (name: string, stores: Generation['stores'], create: boolean): Promise<Dexie> => {
  try {
    return await openGeneration(name, stores, { create, onClosed: () => undefined });
  } catch (cause) {
    throw new UnusableGenerationError(`${name} does not open`, { cause });
  }
};

/** @throws UnusableGenerationError; anything else is the log's failure and says nothing about the generation. */
export const openTrusted = async (
  { book, feed }: ViewPorts,
  view: string,
  { number, stores }: Generation,
  create: boolean,
): Promise<Omit<OpenedView, 'serves'>> => {
  const db = await openDatabase(generationName(book, view, number), stores, create);
  try {
    const at = await readCheckpoint(db).catch((cause: unknown) => {
      throw new UnusableGenerationError(`${db.name} has no checkpoint`, { cause });
    });
    if (!(await isOfThisLog(feed, at))) throw new UnusableGenerationError(`${db.name} is of another log`);
    return { db, number, position: at.position };
  } catch (error) {
    db.close();
    throw error;
  }
};

export const discard = async ({ book, registry }: ViewPorts, view: string, number: number): Promise<void> => {
  await withdraw(registry, view, number);
  drop(book, view, number);
};

/** Of a view that may show persons: how many of them were forgotten before it was begun. */
const forgottenBefore = async ({ personal }: ViewPorts, { handles }: Projection) => {
  if (![...handles].some((type) => personal.types.has(type))) return {};
  const forgotten = await personal.forgotten();
  return forgotten === 0 ? {} : { forgotten };
};

const codeOf = ({ code }: ViewPorts, { name }: Projection): Pick<Build, 'code'> => {
  const known = code?.[name];
  return known === undefined ? {} : { code: known };
};

/** What a generation is built by, from and into, as of now. */
export const buildOf = async (ports: ViewPorts, projection: Projection): Promise<Build> => ({
  ...codeOf(ports, projection),
  version: projection.version,
  stores: storesOf(projection),
  reads: readsOf(projection, ports.schemas),
  ...(await forgottenBefore(ports, projection)),
});

/** What was kept or begun beside the one that serves, and does not fit any more: it may even name who is forgotten. */
const tidy = async (ports: ViewPorts, view: string, build: Build, row: GenerationRow): Promise<void> => {
  const { before, building, rebuild } = row;
  if (before && !isBuildOf(before, build)) await discard(ports, view, before.number);
  if (building && (!rebuild || !isBuildOf(building, build))) await discard(ports, view, building.number);
};

/**
 * Finds the generation that this projection has to fold into, after whatever happened before: nothing yet, an older
 * version, a crash halfway, a broken or missing database, another log, a person forgotten since. A new one serves at once if no other does.
 */
export const openView = async (ports: ViewPorts, projection: Projection): Promise<OpenedView> => {
  const { book, registry } = ports;
  const view = projection.name;
  const build = await buildOf(ports, projection);
  for (;;) {
    const onDisk = (await generationsOnDisk(book)).get(view) ?? [];
    const row = (await registry.generations.get(view)) ?? { view };
    sweep(book, row, onDisk);
    const serving = row.serving && isBuildOf(row.serving, build) ? row.serving : undefined;
    const target = serving ?? (await planGeneration(registry, view, build, onDisk));
    try {
      const opened = await openTrusted(ports, view, target, !serving);
      if (serving) await tidy(ports, view, build, row);
      const serves =
        serving !== undefined ||
        (!row.serving && (await promote(registry, view, opened.number)) !== undefined);
      return { ...opened, serves };
    } catch (error) {
      if (!(error instanceof UnusableGenerationError)) throw error;
      await discard(ports, view, target.number);
      // One that can't even be made anew is tried again later, by the caller.
      if (!serving) throw error;
    }
  }
};

/**
 * Lets a generation that has caught up answer, and drops what nobody needs any more. False when another was promoted
 * meanwhile.
 */
export const swap = async (
  { book, registry }: ViewPorts,
  view: string,
  number: number,
  verified?: Verified,
): Promise<boolean> => {
  const left = await promote(registry, view, number, verified);
  for (const old of left ?? []) drop(book, view, old);
  return left !== undefined;
};
