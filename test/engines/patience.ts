import { vi } from 'vitest';

/** These engines take a multiple of Chromium's time: what must come about may take longer, not be another thing. */
const PATIENCE_MS = 10_000;

const { waitFor } = vi;
vi.waitFor = (callback, options = PATIENCE_MS) => waitFor(callback, options);
