// How the build is cut: the language first, then all that the page needs before its first room in one file. Cut finer,
// the browser asks for eighty small files before it paints.
import { isLanguage } from './words-by-language.mjs';

/** @typedef {{ getModuleInfo: (id: string) => { isEntry: boolean, importers: string[] } | null }} Modules */

/** All that import it, by however many steps, and without asking for it later. */
function importersOf(/** @type {string} */ id, /** @type {Modules} */ modules) {
  const seen = new Set([id]);
  for (const one of seen)
    for (const importer of modules.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  return [...seen];
}

/** The rooms that a book opens with, and that a first visit does. */
const TODAY = /\/rooms\/today\/Today\.svelte$/;
const BEGINNING = /\/FirstRun\.svelte$/;

/** What else comes in many small files; words go with what says them. */
const SMALL =
  /\/src\/(ui\/(?!words\/compiled\/messages)|views\/[^/]+\/query|shell\/)|\/node_modules\/@lucide\//;

/** @typedef {(id: string, modules: Modules) => string | null} Named */

/** @type {Named} */
const first = (id, modules) =>
  importersOf(id, modules).some((one) => modules.getModuleInfo(one)?.isEntry) ? 'first' : null;

/** @type {(name: string, ...rooms: RegExp[]) => Named} */
const ofAll =
  (name, ...rooms) =>
  (id, modules) => {
    const importers = importersOf(id, modules);
    return rooms.every((room) => importers.some((one) => room.test(one))) ? name : null;
  };

/** For the bundler's `codeSplitting`: a group takes along what its modules need, so what most need comes first. */
export const chunks = {
  groups: [
    { name: 'language', test: isLanguage, priority: 5 },
    { name: first, test: SMALL, priority: 4 },
    { name: ofAll('opening', TODAY, BEGINNING), test: SMALL, priority: 3 },
    { name: ofAll('today', TODAY), test: SMALL, priority: 2 },
    { name: ofAll('beginning', BEGINNING), test: SMALL, priority: 1 },
  ],
};
