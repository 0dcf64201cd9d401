// Fingerprints of the code that folds events: what was folded by other code may be wrong.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * `reducers`: of all that `evolve` and the upcasters can reach; the pure rooms import nothing but each other. Coarser than the
 * very functions, and so never too narrow. `projections`: by read model (the name of its folder), of the files that its
 * projection imports, and they in turn. Taken from the sources, for a minifier names things anew with every build.
 */
export const codeIn = (src) => ({
  reducers: fingerprint(
    src,
    ['kernel', 'domain'].flatMap((room) => sourcesIn(src, room)),
  ),
  projections: Object.fromEntries(
    readdirSync(join(src, 'views'))
      .map((view) => [view, `views/${view}/projection.ts`])
      .filter(([, file]) => existsSync(join(src, file)))
      .map(([view, file]) => [view, fingerprint(src, reachedFrom(src, file))]),
  ),
});

function fingerprint(src, files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(src, file)));
  return hash.digest('hex').slice(0, 16);
}

function sourcesIn(src, room) {
  return readdirSync(join(src, room), { recursive: true })
    .map((name) => `${room}/${String(name).replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort();
}

/** Types are imported by their own word and leave nothing behind; whatever else is named counts. */
const IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/gm;

function reachedFrom(src, first) {
  const reached = new Set([first]);
  for (const file of reached)
    for (const [, named] of readFileSync(join(src, file), 'utf8').matchAll(IMPORT))
      reached.add(relative(src, join(src, dirname(file), named)).replaceAll('\\', '/'));
  return [...reached].sort();
}
