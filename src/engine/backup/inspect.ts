import { EMPTY_HASH, LOG_FORMAT, type Head, type LogRecord } from '../ports.ts';
import { loosen, recordOf } from '../log/records.ts';
import {
  Frame,
  NOTHING,
  type BackupAbout,
  type BackupCounts,
  type FrameContent,
  type PlainRecord,
} from './content.ts';
import { BackupProblem } from './problem.ts';

/** What one frame turned out to bring, proved. */
export type Proved =
  | { readonly kind: 'about'; readonly about: BackupAbout }
  | { readonly kind: 'log'; readonly records: readonly LogRecord[] }
  | Exclude<FrameContent, { readonly kind: 'about' | 'log' }>;

const ORDER: readonly FrameContent['kind'][] = ['about', 'log', 'outcomes', 'forgotten', 'keys', 'end'];

const damaged = (detail: string) => new BackupProblem('backup-damaged', detail);

/** The record that these commits make behind a head, if it is the one that was written. */
const provedRecord = (head: Head, { commits, ...plain }: PlainRecord): LogRecord => {
  if (plain.format > LOG_FORMAT) throw new BackupProblem('backup-newer', `layout ${String(plain.format)}`);
  let record: LogRecord;
  try {
    record = recordOf(
      head,
      commits.map(({ previous: _, ...commit }) => loosen(commit)),
    );
  } catch (error) {
    throw damaged(String(error));
  }
  const follows = record.commits.every(({ previous }, n) => previous === commits[n]?.previous);
  const isWhole =
    plain.position === record.position && plain.next === record.next && plain.hash === record.hash;
  if (!follows || !isWhole || commits.length === 0)
    throw damaged(`the log is not whole at ${String(plain.position)}`);
  return { ...record, format: plain.format };
};

/**
 * Proves a backup frame by frame: the right things in the right order, the log's chain unbroken up to the head that was
 * told at the start, and as many of everything as was counted when it was written. `epoch`: of this app.
 * Each method throws BackupProblem.
 */
export class Inspection {
  readonly #epoch: number;
  #about: BackupAbout | undefined;
  #head: Head = { position: 0, hash: EMPTY_HASH };
  #at = 0;
  #ended = false;
  #counts: BackupCounts = NOTHING;

  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  /** Where the log has got to. */
  get head(): Head {
    return this.#head;
  }

  take(content: unknown): Proved {
    const parsed = Frame.safeParse(content);
    if (!parsed.success) throw damaged(parsed.error.issues[0]?.message ?? 'not a frame');
    // Optional members that zod leaves out are absent: the very shape that was written.
    const frame = parsed.data as unknown as FrameContent;
    const at = ORDER.indexOf(frame.kind);
    if (this.#ended || at < this.#at || (at > 0 && !this.#about) || (at === 0 && this.#about))
      throw damaged(`“${frame.kind}” is not in its place`);
    this.#at = at;
    return this.#proved(frame);
  }

  /** To be called when there is no frame any more. */
  finish(): void {
    if (!this.#ended) throw new BackupProblem('backup-truncated');
  }

  #proved(frame: FrameContent): Proved {
    switch (frame.kind) {
      case 'about': {
        const { kind, ...about } = frame;
        if (about.epoch > this.#epoch)
          throw new BackupProblem('backup-newer', `epoch ${String(about.epoch)}`);
        this.#about = about;
        return { kind, about };
      }
      case 'log': {
        const records = frame.records.map((plain) => {
          const record = provedRecord(this.#head, plain);
          this.#head = { position: record.next - 1, hash: record.hash };
          this.#count({ records: 1, commits: record.commits.length });
          return record;
        });
        return { kind: 'log', records };
      }
      case 'outcomes':
        this.#count({ outcomes: frame.outcomes.length });
        return frame;
      case 'forgotten':
        this.#count({ forgotten: frame.subjects.length });
        return frame;
      case 'keys':
        this.#count({ keys: frame.keys.length });
        return frame;
      case 'end':
        this.#end(frame.counts);
        return frame;
    }
  }

  #count(more: Partial<BackupCounts>): void {
    const sum = { ...this.#counts };
    for (const [kind, by] of Object.entries(more) as [keyof BackupCounts, number][]) sum[kind] += by;
    this.#counts = sum;
  }

  #end(counts: BackupCounts): void {
    const told = this.#about?.head;
    if (told?.position !== this.#head.position || told.hash !== this.#head.hash)
      throw damaged('the log does not reach its head');
    const kinds = Object.keys(counts) as (keyof BackupCounts)[];
    const wrong = kinds.find((kind) => counts[kind] !== this.#counts[kind]);
    if (wrong) throw damaged(`not as many ${wrong} as were written`);
    this.#ended = true;
  }
}
