import type { CompiledState } from '../compiled.ts';
import { own } from '../own.ts';
import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';
import { holdsTask } from './ways.ts';

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

/** Tracks are the children of a parallel stage, or of a parallel machine. A row around them takes the outcome of any task in them. */
function* findSharedOutcomes(parallel: CompiledState | undefined, survey: Survey): Findings {
  const inside = survey.places.flatMap((place) => {
    const depth = parallel === undefined ? -1 : place.around.indexOf(parallel.id);
    if (parallel !== undefined && depth === -1) return [];
    return [{ place, track: depth === 0 ? place.id : (place.around.at(parallel === undefined ? -1 : depth - 1) ?? place.id) }];
  });
  const tasks = inside.filter(({ place }) => place.definition.invoke?.src === 'task');
  const around = new Set(['', ...(parallel ? [parallel.id, ...parallel.around] : [])]);
  const offered = new Map<string, (typeof inside)[number]>();
  for (const one of inside) {
    const { place, track } = one;
    for (const event of outcomesOf(place, survey)) {
      if (!offered.has(event)) offered.set(event, one);
      const beside = [offered.get(event) ?? one, ...(isTakenIn(around, event, survey) ? tasks : [])];
      const other = beside.find((each) => each.track !== track);
      if (other)
        yield found('event-in-two-tracks', `${place.at}/on/${event}`, { event, other: other.place.id, tracks: [other.track, track] });
    }
  }
}

const isTakenIn = (around: ReadonlySet<string>, event: string, { lists }: Survey): boolean =>
  lists.some(
    ({ via, name, source, rows }) =>
      via === 'on' && name === event && around.has(source) && rows.some(({ meta }) => meta?.by === undefined),
  );

/** Events without senders of their own end the task of the step, or of whichever step within the stage is worked on. */
function outcomesOf({ id, definition: state }: CompiledState, survey: Survey): readonly string[] {
  if (!state.on || !holdsTask(id, survey)) return [];
  return Object.keys(state.on).filter((event) => {
    const known = own(survey.definition.events, event);
    return known !== undefined && known.by === undefined;
  });
}
