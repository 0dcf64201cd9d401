import type { Intervention, Stuck, WaitingTimer } from '../../../client/index.ts';
import { sentence } from '../../words/errors.ts';
import { day } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { processName } from './engine-words.ts';

/** Why something does not go on, in a sentence. */
export const stuckWords = (stuck: Stuck): string => {
  switch (stuck.kind) {
    case 'refused':
      return sentence(stuck.rejection);
    case 'unanswered':
      return m.work_unanswered();
    case 'waiting':
      return stuck.what === 'shelf' ? m.work_waits_for_shelf() : m.work_waits();
  }
};

/** What a timer will do. */
export const timerWords = ({ process, key }: WaitingTimer): string =>
  process === 'payment-reminder' ? m.work_timer_payment({ day: day(key) }) : processName(process);

/** What tries again at once. */
export const againOf = (stuck: Stuck): Intervention => {
  const { process } = stuck;
  switch (stuck.kind) {
    case 'refused':
    case 'unanswered':
      return { do: 'send-again', process, position: stuck.position, n: stuck.n };
    case 'waiting':
      return { do: 'ask-again', process, instance: stuck.instance };
  }
};

/** What leaves it as it is, for a reason. */
export const leaveOf = (stuck: Stuck, reason: string): Intervention => {
  const { process } = stuck;
  switch (stuck.kind) {
    case 'refused':
    case 'unanswered':
      return { do: 'leave-out', process, position: stuck.position, n: stuck.n, reason };
    case 'waiting':
      return { do: 'let-wait', process, instance: stuck.instance, reason };
  }
};

const deeds: Readonly<Record<Intervention['do'], (of: { process: string }) => string>> = {
  hurry: m.work_did_hurry,
  'send-again': m.work_did_send_again,
  'ask-again': m.work_did_ask_again,
  'leave-out': m.work_did_leave_out,
  'let-wait': m.work_did_let_wait,
  'fire-timer': m.work_did_fire,
  'cancel-timer': m.work_did_cancel,
};

/** What somebody asked for, in a sentence. */
export const interventionWords = (deed: Intervention): string =>
  deeds[deed.do]({ process: processName(deed.process) });
