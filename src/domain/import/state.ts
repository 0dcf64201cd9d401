import { defineAggregate } from '../../kernel/index.ts';
import { ImportFinished, ImportStarted, ImportUndone } from './events.ts';

export interface ImportState {
  readonly status: 'none' | 'started' | 'finished';
}

const initial: ImportState = { status: 'none' };
const at = (status: ImportState['status']) => (): ImportState => ({ status });

/** One run of bringing files in; what it brought are events of customers, products, stock and orders. */
export const imports = defineAggregate({
  category: 'import',
  initial,
  events: [ImportStarted, ImportFinished, ImportUndone],
  evolve: {
    ImportStarted: at('started'),
    ImportFinished: at('finished'),
    ImportUndone: (state) => state,
  },
});
