import type { MessageId } from '../language/messages.ts';
import type { Text } from '../server/shapes/basics.ts';
import type { TimelineLine } from '../server/shapes/cases.ts';

/** What a line is about; decides its icon, and whether the filter for letters shows it. */
export type LineKind = 'begin' | 'act' | 'task' | 'time' | 'letter' | 'machine' | 'warning' | 'end';
export interface LineWords {
  readonly kind: LineKind;
  readonly id: MessageId;
  readonly facts: Readonly<Record<string, string>>;
}
/** The reader's words for the titles a definition gives. */
export type Reader = (text: Text | undefined) => string;

/** One line of the timeline as a sentence: who did what, for whom. `clocks` gives the titles of clocks by id. */
export function timelineWords(line: TimelineLine, text: Reader, clocks: Readonly<Record<string, Text>>): LineWords {
  // What another case says or begins is nobody's: no name stands for it.
  const service = line.service === otherCase ? undefined : line.service;
  const who = line.by?.name ?? service ?? '';
  const by = who === '' ? 'none' : 'some';
  if (line.failed) return { kind: 'warning', id: 'timeline.failed', facts: { what: text(line.failed) || text(line.from.at(-1)?.title) } };
  const clock = /^clock\.(.+)\.(warn|due)$/.exec(line.event);
  if (clock) {
    const title = text(clocks[clock[1] ?? '']) || (clock[1] ?? '');
    return { kind: 'time', id: clock[2] === 'due' ? 'timeline.clock-due' : 'timeline.clock-warn', facts: { clock: title } };
  }
  if (line.event === 'case.begin' && line.onBehalfOf)
    return { kind: 'begin', id: 'timeline.begin-for', facts: { person: line.onBehalfOf.name } };
  if (line.event === 'case.begin' && line.service === otherCase) return { kind: 'begin', id: 'timeline.begin-by-case', facts: {} };
  const own = engineLines[line.event];
  const step = text(line.from.at(-1)?.title);
  const deadline = text(line.timer?.title) || step;
  if (own) return { ...own(line), facts: { who, by, step, deadline, letter: text(line.sent?.title), person: line.given?.name ?? '' } };
  const label = text(line.label) || line.event;
  if (line.onBehalfOf) return { kind: 'act', id: 'timeline.act-for', facts: { label, who, person: line.onBehalfOf.name } };
  return { kind: 'act', id: by === 'some' ? 'timeline.act' : 'timeline.act-alone', facts: { label, who } };
}

/** The service under whose name a case acts in another. */
const otherCase = 'case';

/** Whether the case stood elsewhere afterwards. */
export const movesOn = (read: TimelineLine): boolean => read.to.map(({ id }) => id).join(' ') !== read.from.map(({ id }) => id).join(' ');

/** Somebody let a deadline, a reminder or a clock pass before its time. */
export const isEarly = ({ event, by }: TimelineLine): boolean => by !== undefined && /^(timer\.fire|clock\..+)$/.test(event);

const line = (kind: LineKind, id: MessageId) => (): Omit<LineWords, 'facts'> => ({ kind, id });
const byWhom =
  (kind: LineKind, some: MessageId, none: MessageId) =>
  (read: TimelineLine): Omit<LineWords, 'facts'> => ({
    kind,
    id: read.by === undefined && read.service === undefined ? none : some,
  });

/** The engine's own events. */
const engineLines: Readonly<Record<string, (read: TimelineLine) => Omit<LineWords, 'facts'>>> = {
  'case.begin': byWhom('begin', 'timeline.begin', 'timeline.begin-alone'),
  'case.imported': line('begin', 'timeline.imported'),
  'case.numbered': line('machine', 'timeline.numbered'),
  'case.cancel': byWhom('end', 'timeline.cancel', 'timeline.cancel-alone'),
  'task.claim': line('task', 'timeline.claim'),
  'task.release': line('task', 'timeline.release'),
  'task.assign': ({ given }) => ({ kind: 'task', id: given ? 'timeline.assign' : 'timeline.unassign' }),
  'timer.fire': (read) => ({ kind: 'time', id: movesOn(read) ? 'timeline.deadline' : 'timeline.reminder' }),
  'timer.move': line('time', 'timeline.timer-moved'),
  'invoke.done': (read) => ({ kind: 'machine', id: movesOn(read) ? 'timeline.step-done' : 'timeline.work-done' }),
  'invoke.failed': (read) => ({ kind: 'warning', id: movesOn(read) ? 'timeline.step-failed' : 'timeline.work-failed' }),
  'letter.print': line('letter', 'timeline.print'),
  'letter.sent': ({ sent }) => ({
    kind: 'letter',
    id: Object.keys(sent?.title ?? {}).length > 0 ? 'timeline.sent' : 'timeline.sent-unnamed',
  }),
  'incident.retry': line('warning', 'timeline.retry'),
  'incident.skip': line('warning', 'timeline.skip'),
  'calendar.changed': line('time', 'timeline.calendar'),
};

/** Lines in the order of reading, the newest first, under their local day. */
export function byDay(
  lines: readonly TimelineLine[],
  localDay: (at: string) => string,
): readonly { readonly day: string; readonly lines: readonly TimelineLine[] }[] {
  const days: { day: string; lines: TimelineLine[] }[] = [];
  for (const each of [...lines].sort((one, two) => two.revision - one.revision)) {
    const day = localDay(each.at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(each);
    else days.push({ day, lines: [each] });
  }
  return days;
}
