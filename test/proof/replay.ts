import {
  type Actor,
  advance,
  begin,
  type CaseState,
  type Compiled,
  type Effect,
  type Event,
  type JsonObject,
  ok,
  park,
  type Refusal,
  type Result,
  type Step,
} from '@redress/engine';
import { unmovedStep } from '../../runtime-api/src/incidents/unmoved-step.ts';
import { stateOf } from '../../runtime-api/src/store/case-state.ts';
import type { CaseDocument } from '../../runtime-api/src/store/models/case.ts';
import type { ContentsDocument, JournalLine } from '../../runtime-api/src/store/models/journal.ts';
import type { Store } from '../../runtime-api/src/store/store.ts';
import { calendars } from '../tools/pretend-case.ts';

export interface Replayed {
  readonly document: CaseDocument;
  readonly lines: readonly JournalLine[];
  readonly state: CaseState;
  readonly effects: readonly Effect[];
}

/** Every case, and what the engine alone makes of the same events in the same order: no store, no crash, nothing twice. */
export async function replayAll(store: Store, organisation: string, compiled: ReadonlyMap<string, Compiled>): Promise<readonly Replayed[]> {
  const documents = await store.cases.find({ organisation }).sort({ _id: 1 }).lean<CaseDocument[]>();
  const lines = grouped(await store.journal.find({ organisation }).sort({ _id: 1 }).lean<JournalLine[]>());
  const contents = new Map((await store.contents.find({ organisation }).lean<ContentsDocument[]>()).map((kept) => [kept._id, kept.text]));
  return documents.map((document) => {
    const own = [...(lines.get(document._id) ?? [])].sort((one, other) => one.revision - other.revision);
    return { document, lines: own, ...replay(document, own, { contents, compiled }) };
  });
}

function replay(
  document: CaseDocument,
  lines: readonly JournalLine[],
  by: { readonly contents: ReadonlyMap<string, string>; readonly compiled: ReadonlyMap<string, Compiled> },
): { readonly state: CaseState; readonly effects: readonly Effect[] } {
  const machine = by.compiled.get(document.definition.id);
  if (machine === undefined) throw new Error(`No procedure ${document.definition.id}`);
  let state: CaseState | undefined;
  const effects: Effect[] = [];
  for (const line of lines) {
    const { payload } = JSON.parse(by.contents.get(line._id) ?? '{}') as { readonly payload?: JsonObject };
    const event = { id: line.eventId, type: line.type, at: line.at, ...sender(line), ...(payload === undefined ? {} : { payload }) };
    const step =
      state === undefined
        ? begin(machine, {
            caseId: document._id,
            channel: document.channel,
            receivedAt: document.startedAt,
            input: (payload?.values ?? {}) as JsonObject,
            event: { id: line.eventId, type: line.type, at: line.at, ...sender(line) },
            calendars,
            ...(document.parent === undefined ? {} : { parent: document.parent, keptAway: document.keptAway as CaseState['keptAway'] }),
          })
        : line.incident === undefined
          ? advance(machine, state, event, calendars)
          : setAside(machine, state, event);
    if (!step.ok) throw new Error(`${line._id} ${line.type}: ${JSON.stringify(step.refusal)}`);
    state = step.value.state;
    effects.push(...step.value.effects);
  }
  if (state === undefined) throw new Error(`No line of ${document._id}`);
  return { state, effects };
}

/** What became an incident: an effect that cannot be done, or an event that the engine refuses and nobody hears it say so. */
function setAside(machine: Compiled, state: CaseState, event: Event): Result<Step, Refusal> {
  if (event.type === 'incident.opened') return ok(unmovedStep(state, event.at));
  if (advance(machine, state, event, calendars).ok) throw new Error(`${event.id} ${event.type} is an incident, and the engine takes it`);
  return park(machine, state, event);
}

const sender = (line: JournalLine): { readonly by?: Actor } => (line.by === undefined ? {} : { by: line.by });

function grouped(lines: readonly JournalLine[]): ReadonlyMap<string, readonly JournalLine[]> {
  const found = new Map<string, JournalLine[]>();
  for (const line of lines) {
    const own = found.get(line.caseId);
    if (own === undefined) found.set(line.caseId, [line]);
    else own.push(line);
  }
  return found;
}

/** Whether the stored state is the one that the engine comes to. */
export const sameState = ({ document, state }: Replayed): boolean =>
  JSON.stringify(sorted(stateOf(document))) === JSON.stringify(sorted(state));

const sorted = (value: unknown): unknown =>
  value === null || typeof value !== 'object'
    ? value
    : Array.isArray(value)
      ? value.map(sorted)
      : Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner)]),
        );
