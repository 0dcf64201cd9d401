import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const beside = fileURLToPath(new URL('../../shared/data', import.meta.url));

/** The folder of real-world sample data beside the project, undefined where it isn't: such tests are skipped by name. */
export const sharedData: string | undefined = existsSync(beside) ? beside : undefined;
