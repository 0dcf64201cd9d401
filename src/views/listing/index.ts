export { eachRow } from './each-row.ts';
export { dialled } from './dialled.ts';
export { inOneGo } from './in-one-go.ts';
export { page, paging, type Page } from './page.ts';
export { counted, folded, isLookedForWithin, wordsIn } from './search-words.ts';
export {
  shelfIndexes,
  shelfPage,
  shelfParams,
  shelved,
  widerShelfPage,
  type Shelf,
  type Shelved,
} from './shelf.ts';
export { mainOf, positionKey, sortKey, tieOf } from './sort-key.ts';
