import type { Client, JobStatus, RebuildState } from '../../client/index.ts';
import { toasts } from '../parts/toasts.svelte.ts';
import { jobName } from '../rooms/engine/engine-words.ts';
import { m } from '../words/index.ts';

/** Before the page's title while something was finished that nobody has seen. */
const NEWS = '● ';

const words = (job: JobStatus): string | undefined => {
  switch (job.status) {
    case 'finished':
      return m.work_job_done({ job: jobName(job) });
    case 'cancelled':
      return m.work_job_stopped({ job: jobName(job) });
    case 'failed':
      return m.work_job_failed({ job: jobName(job) });
    case 'queued':
    case 'running':
    case 'cancelling':
      return undefined;
  }
};

const mayNotify = (): boolean => 'Notification' in window && Notification.permission === 'granted';

/** Of several pages' notices of one thing one is left. */
const notify = async (text: string, tag: string): Promise<void> => {
  const registration = await navigator.serviceWorker.ready;
  await registration.showNotification(text, { tag });
};

/** What to say once every list that was seen being made anew is through: an operator who stops it is there to see it. */
const rebuilding = (say: (text: string) => void) => {
  const seen = new Map<string, number>();
  return (states: readonly RebuildState[]): void => {
    for (const { view, underWay } of states) if (underWay !== undefined) seen.set(view, underWay);
    if (seen.size === 0 || states.some(({ underWay }) => underWay !== undefined)) return;
    const asked = states.filter(({ view }) => seen.has(view));
    const done = asked.filter(({ view, serving }) => serving === seen.get(view)).length;
    seen.clear();
    if (asked.some(({ gaveUp }) => gaveUp)) say(m.work_rebuild_failed());
    else if (done > 0) say(m.work_rebuild_done());
  };
};

const isHidden = (): boolean => document.visibilityState === 'hidden';

/**
 * Says that long work has ended while nobody looked: as a notice of the system where that is allowed, else by a mark in
 * the title and a message for when somebody comes back. Who looks sees it where it was begun.
 */
export const showJobNotices = ({ jobs, rebuilds }: Pick<Client, 'jobs' | 'rebuilds'>): void => {
  const running = new Set<string>();
  const unseen: string[] = [];
  const tell = (text: string, tag: string): void => {
    if (!isHidden()) return;
    if (mayNotify()) {
      void notify(text, tag).catch(() => undefined);
      return;
    }
    unseen.push(text);
    if (!document.title.startsWith(NEWS)) document.title = NEWS + document.title;
  };
  document.addEventListener('visibilitychange', () => {
    if (isHidden()) return;
    if (document.title.startsWith(NEWS)) document.title = document.title.slice(NEWS.length);
    for (const text of unseen.splice(0)) toasts.show(text);
  });
  jobs.subscribe((list) => {
    for (const job of list) {
      const text = words(job);
      if (text === undefined) running.add(job.id);
      else if (running.delete(job.id)) tell(text, job.id);
    }
  });
  rebuilds.subscribe(
    rebuilding((text) => {
      tell(text, 'rebuild');
    }),
  );
};
