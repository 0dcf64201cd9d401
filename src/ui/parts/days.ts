/** A stretch of days, each `2026-11-20` and within it; an end left open is undefined. */
export type Days = { readonly from?: string | undefined; readonly to?: string | undefined };
