import * as z from 'zod/mini';
import type { Json } from '../../kernel/index.ts';
import type { Head, KeptOutcome, StoredCommit } from '../ports.ts';

/**
 * FOR EVER: what the frames of a backup hold, in this order: `about` first, then records of the log, outcomes, who was
 * forgotten, keys, and `end` last (decisions/0015). What is not named here is not taken in.
 */
const text = z.string().check(z.maxLength(1_000_000));
const name = z.string().check(z.maxLength(1_000));
const instant = z.string().check(z.maxLength(40));
const count = z.int().check(z.minimum(0));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Any JSON; the chain of the log says whether it is the one that was written. */
const json = z.unknown();

const SealedBox = z.strictObject({ subject: name, box: z.string() });
const sealed = z.optional(z.array(SealedBox));

const Event = z.strictObject({
  stream: name,
  version: count,
  type: name,
  schemaVersion: count,
  data: json,
  sealed,
  occurredAt: z.optional(instant),
});

const Commit = z.strictObject({
  commandId: name,
  command: z.strictObject({ type: name, payload: json, sealed }),
  actor: name,
  recordedAt: instant,
  occurredAt: instant,
  correlationId: name,
  causationId: name,
  previous: hash,
  events: z.array(Event),
});

const Record_ = z.strictObject({
  position: count,
  next: count,
  format: count,
  commits: z.array(Commit),
  hash,
});

const Outcome = z.strictObject({
  commandId: name,
  outcome: z.union([
    z.strictObject({
      status: z.literal('committed'),
      commandId: name,
      position: count,
      streams: z.record(name, count),
    }),
    z.strictObject({
      status: z.literal('rejected'),
      commandId: name,
      rejection: z.strictObject({ code: name, message: text, values: json }),
    }),
  ]),
  command: z.strictObject({ type: name, payload: json }),
  actor: name,
  recordedAt: instant,
  sealed,
});

const Counts = z.strictObject({
  records: count,
  commits: count,
  outcomes: count,
  forgotten: count,
  keys: count,
});

const About = z.strictObject({
  kind: z.literal('about'),
  /** The book's own words on what is in it, for people. */
  about: json,
  madeAt: instant,
  installId: name,
  epoch: count,
  head: z.strictObject({ position: count, hash }),
});

export const Frame = z.discriminatedUnion('kind', [
  About,
  z.strictObject({ kind: z.literal('log'), records: z.array(Record_) }),
  z.strictObject({ kind: z.literal('outcomes'), outcomes: z.array(Outcome) }),
  z.strictObject({ kind: z.literal('forgotten'), subjects: z.array(name) }),
  z.strictObject({ kind: z.literal('keys'), keys: z.array(z.tuple([name, name])) }),
  z.strictObject({ kind: z.literal('end'), counts: Counts }),
]);

/** How many there are of each. */
export type BackupCounts = z.infer<typeof Counts>;

export const NOTHING: BackupCounts = { records: 0, commits: 0, outcomes: 0, forgotten: 0, keys: 0 };

/** What a backup says of itself before anything else. */
export interface BackupAbout {
  readonly about: Json;
  /** ISO instant. */
  readonly madeAt: string;
  readonly installId: string;
  /** Of the shapes of events, as the app that wrote it knew them. */
  readonly epoch: number;
  readonly head: Head;
}

/** A record without what can be told from its commits. */
export interface PlainRecord {
  readonly position: number;
  readonly next: number;
  readonly format: number;
  readonly commits: readonly StoredCommit[];
  readonly hash: string;
}

/** A subject, and its key in base64. */
export type PlainKey = readonly [subject: string, key: string];

export type FrameContent =
  | ({ readonly kind: 'about' } & BackupAbout)
  | { readonly kind: 'log'; readonly records: readonly PlainRecord[] }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly KeptOutcome[] }
  | { readonly kind: 'forgotten'; readonly subjects: readonly string[] }
  | { readonly kind: 'keys'; readonly keys: readonly PlainKey[] }
  | { readonly kind: 'end'; readonly counts: BackupCounts };
