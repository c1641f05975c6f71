import type { Condition } from '../../definition/definition.ts';
import { type Findings, found, warned } from './found.ts';
import type { RowList, Survey } from './survey.ts';
import { isDefinite } from './ways.ts';

/** Order of rows: `dead-row` (never reached), `no-otherwise` (nobody could press another button); the warning `endless-decision`. */
export function* findRows(survey: Survey): Findings {
  for (const list of survey.lists) {
    const definite = list.rows.map((row) => isDefinite(row, list.source, survey));
    const first = definite.indexOf(true);
    for (const [index] of list.rows.entries())
      if (first !== -1 && index > first) yield found('dead-row', `${list.at}/${index}`, { after: first });
    if (list.via === 'always' && first === 0 && isEndless(list, survey))
      yield warned('endless-decision', `${list.at}/0`, { step: list.source });
    if (first === -1 && needsOtherwise(list, survey)) yield found('no-otherwise', list.at, { rows: list.rows.length });
  }
}

/** Events may be refused, other ends may not. A step that also waits may have `always` rows that do not hold yet. */
function needsOtherwise({ via, source, rows }: RowList, { states }: Survey): boolean {
  if (via === 'on') return false;
  const state = states.get(source)?.definition;
  if (via === 'always') return !state?.on && !state?.after;
  // Rows that name outcomes may be complete without one for the rest: that is seen when the sub-procedure is known.
  if (via === 'invoke.onDone' && state?.invoke?.src === 'case')
    return !rows.every((row) => row.guard !== undefined && asksOutcome(row.guard.params));
  return true;
}

/** Decisions that send on without condition until one comes again, or that stay where they are: the case would never rest. */
function isEndless(start: RowList, survey: Survey): boolean {
  const seen = new Set<string>();
  for (let id = start.source; !seen.has(id); ) {
    seen.add(id);
    const row = survey.states.get(id)?.definition.always?.[0];
    if (!row || !isDefinite(row, id, survey)) return false;
    if (row.target === undefined) return id === start.source;
    id = row.target.slice(1);
    if (id === start.source) return true;
  }
  return false;
}

const asksOutcome = (condition: Condition): boolean => 'outcome' in condition || ('any' in condition && condition.any.every(asksOutcome));
