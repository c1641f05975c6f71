import type { CompiledState } from '../compiled.ts';
import { own } from '../own.ts';
import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** Who sends: `nobody-may-send` (a row without a sender), `event-in-two-tracks` (one outcome for two tasks at once). */
export function* findSenders(survey: Survey): Findings {
  const { definition, places, lists } = survey;
  for (const { via, name, rows, at, source } of lists) {
    if (via !== 'on' || name.includes('.') || !Object.hasOwn(definition.events, name)) continue;
    const hasTask = places.some(
      (place) => place.definition.invoke?.src === 'task' && (source === '' || place.id === source || place.around.includes(source)),
    );
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

/** Events with neither senders nor a form of their own end the task of the step. */
const outcomesOf = ({ definition: state }: CompiledState, { definition }: Survey): readonly string[] =>
  state.invoke?.src === 'task'
    ? Object.keys(state.on ?? {}).filter((event) => {
        const known = own(definition.events, event);
        return known !== undefined && known.by === undefined && known.form === undefined;
      })
    : [];
