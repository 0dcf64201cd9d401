import type { Component, Snippet } from 'svelte';

/** An icon as @lucide/svelte exports it: `import Plus from '@lucide/svelte/icons/plus'`. */
export type Icon = Component<{ size?: number | string; strokeWidth?: number | string }>;

/** The four meanings a colour may carry; `plain` carries none. */
export type Tone = 'good' | 'waiting' | 'attention' | 'wrong' | 'plain';

/** What every field takes beside its value. */
export interface FieldProps {
  label: string;
  /** The label is there for readers only: the place says it to the eye (a column, a search). */
  hideLabel?: boolean;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
}

/** What a control must carry so that its label, hint and error belong to it. */
export interface ControlAttributes {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

export interface Choosable<Value extends string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

export interface MenuAction {
  label: string;
  icon?: Icon | undefined;
  onselect: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** One of several of which one holds, and whether it does. */
  checked?: boolean;
  /** Why it can't be done now, or the key that does it. */
  hint?: string | undefined;
}

export interface Tab {
  id: string;
  label: string;
  href: string;
  /** Already formatted; left out while unknown. */
  count?: string | undefined;
  /** The first of another kind: stands apart from those before it. */
  apart?: boolean;
}

export interface Description {
  name: string;
  /** Text, or a snippet for parts (Money, StatusMark, a link). */
  value: string | Snippet;
  /** The line that counts: total, balance. */
  strong?: boolean;
}

export interface Column {
  id: string;
  label: string;
  /** Figures stand at the end, in tabular digits. */
  figures?: boolean;
  /** CSS width of the column on a wide page. */
  width?: string;
  /** Place in a stacked row; `line` unless said. `end` is the one figure that counts. */
  stacked?: 'title' | 'end' | 'line' | 'hide';
  /** The head is there for readers only (a column of buttons). */
  hideLabel?: boolean;
}

export interface TimelineEntry {
  id: string;
  /** ISO instant. */
  at: string;
  text: string;
  /** Reason, note, tracking number. */
  detail?: string | undefined;
  tone?: Tone;
  pending?: boolean;
  /** Where its moment leads, and what is there. */
  link?: { readonly href: string; readonly label: string } | undefined;
}

/** One line of a chart over time. */
export interface ChartLine {
  readonly label: string;
  readonly tone: Tone | 'accent';
  /** One for each moment; null where nothing was measured. */
  readonly values: readonly (number | null)[];
  /** Said while nobody points anywhere: what they come to. Without it, what the newest is. */
  readonly sum?: string | undefined;
}

/** Where a point of a chart leads, and what that is. */
export interface ChartPoint {
  readonly href: string;
  readonly label: string;
}
