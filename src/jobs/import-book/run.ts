import type { PlannedCommand } from '../../kernel/index.ts';
import type { Reading } from './reading.ts';
import type { ImportReport } from './report.ts';

/** Tells the book that an import begins, so that all it brings can be found, and taken back. */
export const startOf = ({ files }: Reading, importId: string): PlannedCommand => ({
  commandId: `import-run/${importId}/start`,
  type: 'StartImport',
  payload: {
    importId,
    files: files.map(({ name, kind, rows }) => ({ name: name.trim().slice(0, 200) || '-', kind, rows })),
  },
  correlationId: importId,
});

export const endOf = ({ counts }: ImportReport, importId: string): PlannedCommand => {
  const { customers, products, orders, lines } = counts;
  return {
    commandId: `import-run/${importId}/end`,
    type: 'FinishImport',
    payload: { importId, counts: { customers, products, orders, lines } },
    correlationId: importId,
  };
};
