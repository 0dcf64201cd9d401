import type { FileReport, FirstRow, Problem, Understood } from '../../../jobs/import-book/index.ts';
import { count, dayInFull, instantInFull, money, percent, quantity, unitPrice } from '../../words/format.ts';
import { fieldsOf } from './mapping-fields.ts';
import { isOfFile, isRemark, problemTitle } from './problem-words.ts';

const isNumber = (value: Understood = ''): boolean => typeof value !== 'string' && 'number' in value;

/** A cell as the seller writes such things. */
export const understoodText = (value: Understood, currency: string): string => {
  if (typeof value === 'string') return value;
  if ('day' in value) return dayInFull(value.day);
  if ('at' in value) return instantInFull(value.at);
  const { number, decimals } = value;
  switch (decimals) {
    case 0:
      return count(number);
    case 3:
      return quantity(number);
    case 4:
      return unitPrice(number, currency, true);
    case 5:
      return percent(number);
    default:
      return money(number, currency, true);
  }
};

/** Something that is wrong with a row or a cell of it, or that a person should know. */
export interface Fault {
  readonly title: string;
  readonly tone: 'wrong' | 'attention';
}

export interface ShownRow {
  readonly row: number;
  /** By the columns' ids. */
  readonly cells: Readonly<Record<string, { readonly text: string; readonly fault?: Fault | undefined }>>;
  /** Of the row as a whole. */
  readonly faults: readonly Fault[];
  readonly isLeftOut: boolean;
}

type Column = { readonly id: string; readonly label: string; readonly figures: boolean };

const faultOf = (problem: Pick<Problem, 'code'>): Fault => ({
  title: problemTitle(problem),
  tone: isRemark(problem) ? 'attention' : 'wrong',
});

/** What the row said of itself, and what was found of it later: that its order is left out, that nobody knows the customer. */
const problemsOf = (file: FileReport, { row, problems }: FirstRow, listed: readonly Problem[]) => {
  const later = listed.filter((one) => one.file === file.name && one.row === row && !isOfFile(one));
  return [...problems, ...later.filter(({ code }) => !problems.some((own) => own.code === code))];
};

/** A mapped column is called what it is read as; any other by its own title. */
const labelOf = ({ mapping }: FileReport, title: string): string => {
  if (!mapping) return title;
  const fields = fieldsOf(mapping.kind).filter(({ field }) => mapping.fields[field] === title);
  return fields.map(({ label }) => label).join(', ') || title;
};

/** The first rows of a file as a table. */
export const firstRows = (
  file: FileReport,
  listed: readonly Problem[],
  currency: string,
): { readonly columns: readonly Column[]; readonly rows: readonly ShownRow[] } => {
  const { columns: titles = [], rows = [] } = file.firstRows ?? {};
  return {
    columns: titles.map((title, place) => ({
      ...{ id: String(place), label: labelOf(file, title) },
      figures: rows.some(({ cells }) => isNumber(cells[place])),
    })),
    rows: rows.map((one) => {
      const problems = problemsOf(file, one, listed);
      const placeOf = ({ values }: Pick<Problem, 'values'>) =>
        titles.findIndex((title) => title === values['column']);
      const ofCell = (place: number) => problems.find((problem) => placeOf(problem) === place);
      return {
        row: one.row,
        cells: Object.fromEntries(
          titles.map((_, place) => {
            const problem = ofCell(place);
            const text = understoodText(one.cells[place] ?? '', currency);
            return [String(place), { text, fault: problem && faultOf(problem) }];
          }),
        ),
        faults: problems.filter((problem) => placeOf(problem) < 0).map(faultOf),
        isLeftOut: problems.some((problem) => !isRemark(problem)),
      };
    }),
  };
};
