// A type, not an interface: a report keeps it as JSON.

/** A cell as it was understood: text, a number (`number` / 10^`decimals`), a calendar day, an ISO instant. */
export type Understood =
  | string
  | { readonly number: number; readonly decimals: number }
  | { readonly day: string }
  | { readonly at: string };
