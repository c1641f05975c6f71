import type { JournalLine } from '../store/models/journal.ts';
import type { TakenTogether } from './wire-event.ts';

/** Rows of one line as the machine took them: a row that leaves what another has just entered came a microstep later, and so did one of another event. */
export function takenTogether(taken: JournalLine['taken']): readonly TakenTogether[] {
  const steps: { event: string; transitions: { source: string; target: readonly string[] }[] }[] = [];
  for (const [event, source, to] of taken) {
    const target = to.split(' ').filter((id) => id !== '');
    const last = steps.at(-1);
    const follows = last?.event === event && !last.transitions.some((row) => row.target.includes(source));
    if (last && follows) last.transitions.push({ source, target });
    else steps.push({ event, transitions: [{ source, target }] });
  }
  return steps;
}
