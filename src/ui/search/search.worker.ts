import { expose } from 'comlink';
import { SearchIndex } from './search-index.ts';

/** Beside the page: taking 100,000 orders into the index takes seconds, in which nobody should have to wait. */
expose(new SearchIndex());
