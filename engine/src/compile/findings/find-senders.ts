import type { CompiledState } from '../compiled.ts';
import { own } from '../own.ts';
import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** Who sends: `nobody-may-send` (a row without a sender), `event-in-two-tracks` (one outcome for two tasks at once). */
export function* findSenders(survey: Survey): Findings {
  const { definition, places, lists } = survey;
  for (const { via, name, rows, at, source } of lists) {
    if (via !== 'on' || name.includes('.') || !Object.hasOwn(definition.events, name)) continue;
    const hasTask = holdsTask(source, survey);
    for (const [index, row] of rows.entries()) {
      if (row.meta?.by === undefined && own(definition.events, name)?.by === undefined && !hasTask)
        yield found('nobody-may-send', `${at}/${index}`, { event: name });
    }
  }
  for (const parallel of places.filter(({ kind }) => kind === 'parallel')) yield* findSharedOutcomes(parallel, survey);
  if (definition.machine.type === 'parallel') yield* findSharedOutcomes(undefined, survey);
}

/** Tracks are the children of a parallel stage, or of a parallel machine. */
function* findSharedOutcomes(parallel: CompiledState | undefined, survey: Survey): Findings {
  const offered = new Map<string, { readonly track: string; readonly step: string }>();
  for (const place of survey.places) {
    const depth = parallel === undefined ? -1 : place.around.indexOf(parallel.id);
    if (parallel !== undefined && depth === -1) continue;
    const track = depth === 0 ? place.id : (place.around.at(parallel === undefined ? -1 : depth - 1) ?? place.id);
    for (const event of outcomesOf(place, survey)) {
      const other = offered.get(event);
      if (other && other.track !== track)
        yield found('event-in-two-tracks', `${place.at}/on/${event}`, { event, other: other.step, tracks: [other.track, track] });
      else offered.set(event, { track, step: place.id });
    }
  }
}

/** Whether somebody works there: on the step, or on one within the stage. */
const holdsTask = (source: string, { places }: Survey): boolean =>
  places.some(
    ({ id, around, definition: { invoke } }) => invoke?.src === 'task' && (source === '' || id === source || around.includes(source)),
  );

/** Events without senders of their own end the task of the step, or of whichever step within the stage is worked on. */
function outcomesOf({ id, definition: state }: CompiledState, survey: Survey): readonly string[] {
  if (!state.on || !holdsTask(id, survey)) return [];
  return Object.keys(state.on).filter((event) => {
    const known = own(survey.definition.events, event);
    return known !== undefined && known.by === undefined;
  });
}
