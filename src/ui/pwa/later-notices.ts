import type { Client } from '../../client/index.ts';
import { tellOfCopy } from './copy-notice.ts';
import { showJobNotices } from './job-notices.ts';
import { watchParts } from './missing-part.ts';

/** What is told wherever somebody is, once the first room stands. */
export const showLaterNotices = (client: Client): void => {
  showJobNotices(client);
  tellOfCopy(client);
  watchParts();
};
