import type { Component } from 'svelte';

/** An icon as @lucide/svelte exports it: `import Plus from '@lucide/svelte/icons/plus'`. */
export type Icon = Component<{ size?: number | string; strokeWidth?: number | string }>;

/** The four meanings a colour may carry; `plain` carries none. */
export type Tone = 'good' | 'waiting' | 'attention' | 'wrong' | 'plain';
