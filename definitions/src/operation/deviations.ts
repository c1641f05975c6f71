import type { Followed } from '@redress/engine';
import type { Examined } from '../check/examined.ts';
import { holds } from '../check/holds.ts';
import { overdue } from '../check/predicate.ts';
import { actedAlthoughExcluded } from './acted.ts';
import type { CaseRecord, Deviation, DeviationKind, RecordLine } from './case-record.ts';
import type { Run } from './run.ts';

/** Events by which somebody overrides a procedure. */
const overriding: Readonly<Record<string, DeviationKind>> = {
  'case.cancel': 'cancelled',
  'incident.skip': 'skipped',
  'timer.move': 'moved',
};
/**
 * How somebody overrode the procedure by this line, if so. A person who fires a timer does so before its time. What nobody did is no override: a case
 * ends with the one it came from, as both procedures mean it to.
 */
export function overrideIn({ type, by }: Pick<RecordLine, 'type' | 'by'>): DeviationKind | undefined {
  if (by === undefined) return undefined;
  if (type === 'timer.fire' && by.person !== undefined) return 'early';
  return Object.hasOwn(overriding, type) ? overriding[type] : undefined;
}

/** Where a case went otherwise than its procedure means it to, oldest first. */
export function deviationsOf({ elements, graph }: Examined, record: CaseRecord, followed: Followed, run: Run): readonly Deviation[] {
  const at = ({ revision, at: when, by }: RecordLine) => ({ revision, at: when, ...(by?.person !== undefined && { person: by.person }) });
  /** Which deadline a line let pass. */
  const passedIn = (of: RecordLine) =>
    run.steps
      .flatMap(({ line, occurrences }) => (line === of ? occurrences.map((occurrence) => elements.of(occurrence)) : []))
      .find(({ address }) => address.includes('/after/'));
  const overrides = record.lines.flatMap((line): readonly Deviation[] => {
    const kind = overrideIn(line);
    const element = kind === 'early' ? passedIn(line)?.address : undefined;
    return kind ? [{ kind, ...at(line), ...(element !== undefined && { element }) }] : [];
  });
  const astray = followed.astray.flatMap((place): readonly Deviation[] => {
    const line = record.lines[place];
    // A case that was taken over from elsewhere begins where it stood there.
    return line && line.type !== 'case.imported' ? [{ kind: 'astray', ...at(line) }] : [];
  });
  const late = run.steps.flatMap(({ line, occurrences }): readonly Deviation[] => {
    const passed = occurrences.map((occurrence) => elements.of(occurrence)).find((element) => holds(overdue, element, graph.definition));
    return passed && overrideIn(line) !== 'early' ? [{ kind: 'late', ...at(line), element: passed.address }] : [];
  });
  const excluded = actedAlthoughExcluded(run.acted, elements).map(
    ({ revision, at: when, person, step }): Deviation => ({ kind: 'excluded', revision, at: when, person, element: step }),
  );
  return [...overrides, ...astray, ...late, ...excluded].toSorted((one, other) => one.revision - other.revision);
}
