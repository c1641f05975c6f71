import { enteredBy } from '../entered-states.ts';
import { type Findings, warned } from './found.ts';
import type { Survey } from './survey.ts';
import { mayEnter, targetOf } from './ways.ts';

/** The warning `unreachable-step`: no way from the start leads there, whatever conditions hold. Inside such a stage its steps are not told again. */
export function* findReach(survey: Survey): Findings {
  const reached = reachedIn(survey);
  for (const { id, at, kind, around } of survey.places) {
    const isTold = around.some((stage) => !reached.has(stage));
    if (kind !== 'history' && !reached.has(id) && !isTold) yield warned('unreachable-step', at, { step: id });
  }
}

/** Steps and stages that some case may be in, as far as ways are drawn. */
function reachedIn(survey: Survey): ReadonlySet<string> {
  const { definition, states, lists } = survey;
  const { initial, states: tracks } = definition.machine;
  const reached = new Set<string>();
  const begun = initial === undefined ? Object.keys(tracks) : [initial];
  const waiting = [
    '',
    ...begun.flatMap((target) => enteredBy({ source: '', target, reenter: false, inTracks: false }, states)(() => undefined)),
  ];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const { source, rows } of lists)
      if (source === id)
        for (const row of rows) if (targetOf(row, survey)) waiting.push(...mayEnter(row, source, survey).map((state) => state.id));
  }
  return reached;
}
