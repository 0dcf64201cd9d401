/** A revision is refused as a whole, or not at all. */
export const nothingRefused: ReadonlyMap<string, never> = new Map<string, never>();
