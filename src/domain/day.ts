import * as z from 'zod/mini';

/** A calendar day without a time: `2026-11-20`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A moment in UTC: `2026-11-20T10:42:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;
