import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { page, paging } from '../listing/index.ts';
import { thingKey, type ImportedRow, type ImportTables } from './row.ts';

const view = 'imports';
const permission = 'import.run';

/** Imports, the newest first, with what became of them. */
export const ImportList = defineQuery<ImportTables>()({
  name: 'ImportList',
  view,
  permission,
  params: z.object(paging),
  run: ({ imports }, { after, limit }) =>
    page({
      table: imports,
      range: { index: 'sort', reverse: true },
      ...{ after, limit },
      at: (row) => row.sort,
    }),
});

/** Something that an import brought, with what it laid on the shelf of it and of its variants (thousandths). */
export interface ImportedThing extends ImportedRow {
  readonly stock: readonly { readonly productId: string; readonly received: number }[];
}

/** What an import brought, in the order in which it came. */
export const ImportedThings = defineQuery<ImportTables>()({
  name: 'ImportedThings',
  view,
  permission,
  params: z.object({ importId: z.uuid(), ...paging }),
  run: async ({ things, received }, { importId, after, limit }) => {
    const { rows, ...rest } = await page({
      table: things,
      range: { index: 'importId+sort', prefix: [importId] },
      ...{ after, limit },
      at: (row) => row.sort,
    });
    const shelves = rows.map((row) => (row.kind === 'product' ? [row.id, ...row.variantIds] : []));
    const found = new Map(
      (await received.getMany(shelves.flat())).flatMap((row) => (row ? [[row.id, row.quantity]] : [])),
    );
    const full: ImportedThing[] = rows.map((row, n) => ({
      ...row,
      stock: (shelves[n] ?? []).map((productId) => ({ productId, received: found.get(productId) ?? 0 })),
    }));
    return { rows: full, ...rest };
  },
});

/**
 * How often each of these was brought and taken back again; 0 for what never was or is there. `isWhole`: the import that
 * brought it last came to its end.
 */
export const TimesTakenBack = defineQuery<ImportTables>()({
  name: 'TimesTakenBack',
  view,
  permission,
  params: z.object({
    things: z.array(z.object({ kind: z.enum(['customer', 'product', 'order']), id: z.uuid() })),
  }),
  run: async (tables, { things }) => {
    const rows = await tables.things.getMany(things.map(({ kind, id }) => thingKey(kind, id)));
    const ids = [...new Set(rows.flatMap((row) => (row ? [row.importId] : [])))];
    const runs = await tables.imports.getMany(ids);
    const ended = new Set(runs.flatMap((run) => (run?.counts ? [run.importId] : [])));
    return rows.map((row) => ({
      ...{ undone: row?.undone ?? 0, isBack: row?.isBack ?? false },
      isWhole: row !== undefined && ended.has(row.importId),
    }));
  },
});

/** The import that brought this, and when it began (ISO instant); undefined for what somebody wrote down here. */
export const BroughtBy = defineQuery<ImportTables>()({
  name: 'BroughtBy',
  view,
  permission,
  params: z.object({ kind: z.enum(['customer', 'product', 'order']), id: z.uuid() }),
  run: async ({ things, imports }, { kind, id }) => {
    const thing = await things.get(thingKey(kind, id));
    const run = thing && (await imports.get(thing.importId));
    return run && { importId: run.importId, at: run.startedAt };
  },
});
