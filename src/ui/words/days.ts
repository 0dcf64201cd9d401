const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether this is a calendar day as fields and addresses write it: "2026-11-20". */
export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** When a calendar day begins where the person lives, or `later` so many days after it. */
export function dayBegins(isoDay: string, later = 0): Date {
  const at = new Date(`${isoDay}T00:00:00`);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + later);
}

/** The middle of a calendar day where the person lives, as an instant: what is booked on a day without a time. */
export const noonOf = (isoDay: string): string => new Date(`${isoDay}T12:00:00`).toISOString();

/** The person's own calendar day of a moment: "2026-11-20". */
export function dayOf(at: Date): string {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export const today = (): string => dayOf(new Date());
