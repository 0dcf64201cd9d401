import { describe, expect, it } from 'vitest';
import { readFrames, sealFrame } from '../../src/engine/backup/frames.ts';
import { Inspection } from '../../src/engine/backup/inspect.ts';
import { backupKeyOf, newBackupKey, type BackupKey } from '../../src/engine/backup/lock.ts';
import { BackupProblem } from '../../src/engine/backup/problem.ts';
import { EMPTY_HEAD, headAfter, recordOf } from '../../src/engine/log/records.ts';
import { fileName } from '../../src/jobs/back-up-book/file-name.ts';
import { commit } from './commit.ts';

const EPOCH = 7;
const record = recordOf(EMPTY_HEAD, [commit('a', 's-1'), commit('b', 's-2')]);
const second = recordOf(headAfter(record), [commit('c', 's-1')]);
const counts = { records: 2, commits: 3, outcomes: 0, forgotten: 0, keys: 1 };
const about = {
  kind: 'about',
  about: { name: 'Anna', orders: 3 },
  madeAt: '2026-11-20T10:00:00.000Z',
  installId: 'install',
  epoch: EPOCH,
  head: headAfter(second),
};
const plain = ({ position, next, format, commits, hash }: typeof record) => ({
  ...{ position, next, format, commits, hash },
});
const keys = { kind: 'keys', keys: [['anna', 'AAAA']] };
const end = { kind: 'end', counts };
const frames: readonly unknown[] = [
  about,
  { kind: 'log', records: [plain(record)] },
  { kind: 'log', records: [plain(second)] },
  keys,
  end,
];

const fileOf = async (key: BackupKey, contents: readonly unknown[] = frames): Promise<Blob> =>
  new Blob(await Promise.all(contents.map((content, n) => sealFrame(key, n, content))));

/** What comes of reading a file to its end: the head it was proved to reach, or why not. */
const read = async (file: Blob, passphrase?: string): Promise<unknown> => {
  try {
    const found = readFrames(file, await backupKeyOf(file, passphrase));
    const inspection = new Inspection(EPOCH);
    for (let next = await found.next(); next !== undefined; next = await found.next()) inspection.take(next);
    inspection.finish();
    return inspection.head;
  } catch (error) {
    if (error instanceof BackupProblem) return error.fault;
    throw error;
  }
};

const NAMED = ['not-a-backup', 'backup-newer', 'wrong-passphrase', 'backup-truncated', 'backup-damaged'];
const opened = await newBackupKey();
const file = await fileOf(opened);
const bytes = new Uint8Array(await file.arrayBuffer());

describe('a backup', () => {
  it('reads back to the head that it was written up to, with its passphrase alone', async () => {
    const sealed = await fileOf(await newBackupKey('four random words here'));
    expect(await read(sealed, 'four random words here')).toEqual(headAfter(second));
    expect(await read(sealed, 'four random words')).toBe('wrong-passphrase');
    expect(await read(sealed)).toBe('needs-passphrase');
    expect(await read(file)).toEqual(headAfter(second));
  });

  it('hides what is in it, and its key, behind the passphrase', async () => {
    const key = await newBackupKey('four random words here');
    const text = await (await fileOf(key)).text();
    expect(text.split('\n', 1)[0]).toMatch(/"by":"passphrase","rounds":600000,/);
    expect(text).not.toMatch(/Anna|CREATE|"key"/);
  });

  it('is refused by name, cut off after any of its bytes', async () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(NAMED, String(length)).toContain(await read(new Blob([bytes.subarray(0, length)])));
    expect(await read(new Blob([bytes, 'x']))).toBe('backup-truncated');
  });

  it('is refused by name when one bit of it is another', async () => {
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(NAMED, String(at)).toContain(await read(new Blob([flipped])));
    }
  });

  it.for([
    ['frames change places', [about, frames[2], frames[1], keys, end]],
    ['one is left out', [about, frames[1], keys, end]],
    ['one is there twice', [about, frames[1], frames[1], frames[2], keys, end]],
    ['something is added', [...frames.slice(0, 4), keys, end]],
    ['something follows the end', [...frames, keys]],
    ['something else than a backup has is in it', [about, { kind: 'script', run: 'x' }, ...frames.slice(1)]],
    ['a member is more than it has', [{ ...about, also: 1 }, ...frames.slice(1)]],
    ['the log is of another head', [{ ...about, head: headAfter(record) }, ...frames.slice(1)]],
    [
      'an event was edited by somebody who has the key',
      [about, { kind: 'log', records: [edited()] }, ...frames.slice(2)],
    ],
  ] as const)('is damaged when %s', async ([, contents]) => {
    expect(await read(await fileOf(opened, contents))).toBe('backup-damaged');
  });

  it('is newer when it knows shapes, a layout or a format that this app does not', async () => {
    expect(await read(await fileOf(opened, [{ ...about, epoch: EPOCH + 1 }]))).toBe('backup-newer');
    const log = { kind: 'log', records: [{ ...plain(record), format: 2 }] };
    expect(await read(await fileOf(opened, [about, log]))).toBe('backup-newer');
    expect(await read(new Blob(['{"counterfoil":"backup","format":2,"lock":"other"}\n']))).toBe(
      'backup-newer',
    );
  });

  it('is not taken for one when it is another file', async () => {
    expect(await read(new Blob(['Order,Customer\n1,Anna\n']))).toBe('not-a-backup');
    expect(await read(new Blob([new Uint8Array(5_000)]))).toBe('not-a-backup');
  });

  it('stops at a cap, however much a few bytes would become', async () => {
    const bomb = await fileOf(opened, [about, 'x'.repeat(129 * 1024 * 1024)]);
    expect(bomb.size).toBeLessThan(200_000);
    expect(await read(bomb)).toBe('backup-too-large');
    let deep: unknown = {};
    for (let depth = 0; depth < 1_000; depth += 1) deep = [deep];
    expect(await read(await fileOf(opened, [about, deep]))).toBe('backup-too-large');
  });

  it('has a name that no emptier book gets', () => {
    const at = '2026-11-20T10:42:07.000Z';
    expect(fileName({ name: 'Anna’s Honey & Söhne ', orders: 12 }, at)).toBe(
      'anna-s-honey-söhne-2026-11-20-1042-12-orders.counterfoil',
    );
    expect(fileName({ name: '?!', orders: 0 }, at)).toBe('book-2026-11-20-1042-0-orders.counterfoil');
  });

  it('has the time in its name as clocks show it where it is made', () => {
    const book = { name: 'Bee', orders: 1 };
    const late = '2026-12-31T23:42:07.000Z';
    expect(fileName(book, late, 60)).toBe('bee-2027-01-01-0042-1-orders.counterfoil');
    expect(fileName(book, late, -210)).toBe('bee-2026-12-31-2012-1-orders.counterfoil');
  });
});

function edited() {
  const { commits, ...rest } = plain(record);
  return { ...rest, commits: commits.map((each) => ({ ...each, actor: 'somebody else' })) };
}
