import type { TelemetryStatus } from '../../../../client/index.ts';
import type { Tone } from '../../../parts/shapes.ts';
import { when } from '../../../words/format.ts';
import { m } from '../../../words/index.ts';

/** What came of the last sending. */
export const exportMark = ({
  at,
  trouble,
  status = 0,
}: TelemetryStatus['traces']): { tone: Tone; text: string } => {
  if (at === undefined) return { tone: 'plain', text: m.measurements_not_sent() };
  if (trouble === undefined) return { tone: 'good', text: m.measurements_sent({ when: when(at) }) };
  switch (trouble) {
    case 'unreachable':
      return { tone: 'attention', text: m.measurements_unreachable({ when: when(at) }) };
    case 'not-allowed':
      return { tone: 'attention', text: m.measurements_not_allowed() };
    case 'refused':
      return { tone: 'wrong', text: m.measurements_refused({ status: String(status), when: when(at) }) };
  }
};
