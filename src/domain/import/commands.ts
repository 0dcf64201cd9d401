import * as z from 'zod/mini';
import { commandOn, ok, reject, type NewEvent, unlessSince } from '../../kernel/index.ts';
import { Begun, Brought, ImportFinished, ImportStarted, ImportUndone, TakenBack } from './events.ts';
import { imports, type ImportState } from './state.ts';

const permission = 'import.run';

const known = (importId: string, { status }: ImportState, events: () => readonly NewEvent[]) =>
  status === 'none' ? reject('unknown-import', 'There is no such import.', { importId }) : ok(events());

export const StartImport = commandOn(imports)({
  type: 'StartImport',
  payload: z.strictObject(Begun.shape),
  permission,
  id: ({ importId }) => importId,
  decide: (payload, { status }) => ok(status === 'none' ? [ImportStarted(payload)] : []),
});

export const FinishImport = commandOn(imports)({
  type: 'FinishImport',
  payload: z.strictObject(Brought.shape),
  permission,
  id: ({ importId }) => importId,
  decide: (payload, state) =>
    known(payload.importId, state, () => (state.status === 'finished' ? [] : [ImportFinished(payload)])),
  inverse: (done) =>
    unlessSince(done, [ImportUndone], () => [
      { type: 'UndoImport', payload: { importId: done.payload.importId } },
    ]),
});

/** What the undoing came to, once it is through: the things themselves were taken back one by one. */
export const NoteImportUndone = commandOn(imports)({
  type: 'NoteImportUndone',
  payload: z.strictObject(TakenBack.shape),
  permission,
  id: ({ importId }) => importId,
  decide: (payload, state) => known(payload.importId, state, () => [ImportUndone(payload)]),
});
