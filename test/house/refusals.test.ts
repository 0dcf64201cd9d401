import { describe, expect, it } from 'vitest';
import { problemOf } from '../../src/ui/backup/words.ts';
import { problemTitle } from '../../src/ui/rooms/import/problem-words.ts';
import { sentence } from '../../src/ui/words/errors.ts';
import { m } from '../../src/ui/words/index.ts';
import { refusalCodes } from './refusal-codes.ts';

/** Codes that nobody meets on a screen, so that English will do, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  'invalid-command': 'what `window.counterfoil` was given is no command at all; no form sends such a thing',
  'command-id-reused': 'forms send new ids; only a script chooses its own. Imports say it by the row',
  'needs-passphrase': 'the room asks for the passphrase instead of saying so',
  unanswered: 'kept beside what somebody left out; “Stuck” has words of its own for it',
};

const { made, untold } = refusalCodes();
const PLAIN = 'The plain sentence.';
const values = { issuedOn: '2026-11-20', until: '2026-11-20T10:00:00Z' };

/** What only the report of an import lists, by the rows of its files. */
const OF_FILES =
  /^src\/(jobs\/import-book\/(formats\/|cells|open-file|reading|send)|engine\/jobs\/read-text)/;

const inReport = (places: readonly string[]): boolean => places.every((place) => OF_FILES.test(place));
const isTitled = (code: string): boolean => problemTitle({ code }) !== m.import_p_other();

/** Where refusals are told: anywhere, with a backup, or with the rows of an import. */
const isTold = (code: string, places: readonly string[]): boolean => {
  const refusal = { code, message: PLAIN, values };
  if (sentence(refusal) !== PLAIN || problemOf(refusal) !== PLAIN) return true;
  return inReport(places) && isTitled(code);
};

describe('refusals', () => {
  it('have codes that can be told from the code', () => {
    expect(made.size).toBeGreaterThan(150);
    expect(untold).toEqual([]);
  });

  it('are told in the reader’s language', () => {
    const silent = [...made].filter(([code, places]) => !isTold(code, places) && !(code in UNSEEN));
    expect(silent.map(([code, places]) => `${code} (${places.join(', ')})`)).toEqual([]);
  });

  it('stay in English only where they still exist and nothing else tells them', () => {
    const told = Object.keys(UNSEEN).filter((code) => isTold(code, made.get(code) ?? []));
    expect(told).toEqual([]);
    expect(Object.keys(UNSEEN).filter((code) => !made.has(code))).toEqual([]);
  });

  it('of an import’s files and rows have a title each', () => {
    const untitled = [...made].filter(([code, places]) => inReport(places) && !isTitled(code));
    expect(untitled.map(([code]) => code)).toEqual([]);
  });
});
