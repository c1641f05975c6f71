import type { Compiled, JsonObject } from '@redress/engine';
import type { JournalLine } from '../store/models/journal.ts';
import { fieldKinds, payloadKinds } from './kinds.ts';
import { activeTags, stateValue } from './state-value.ts';
import { takenTogether } from './taken-together.ts';
import { type InspectedEvent, type InspectedSnapshot, type Source, type WireEvent, wireVersion } from './wire-event.ts';

/** What the lines alone do not say. */
export interface InspectedCase {
  readonly compiled: Compiled;
  /** The head of the family; the case itself where it came from no other. */
  readonly rootId: string;
  readonly parentId?: string;
  /** Fields that earlier lines filled. */
  readonly filled: readonly string[];
  /** What each line's event carried, by revision; erased contents are not there. */
  readonly payloads: ReadonlyMap<number, JsonObject>;
}

/** Journal lines, oldest first, as the inspector of XState would send them: the actor with the first, then an event and a snapshot each. Never a value. */
export function wireEvents(lines: readonly JournalLine[], of: InspectedCase): readonly WireEvent[] {
  const filled = new Set(of.filled);
  return lines.flatMap((line) => {
    for (const field of line.changed) filled.add(field);
    return eventsOfLine(line, of, snapshotOf(line, of.compiled, filled));
  });
}

function eventsOfLine(line: JournalLine, of: InspectedCase, snapshot: InspectedSnapshot): readonly WireEvent[] {
  const { definition } = of.compiled;
  const common = (n: number) => ({
    rootId: of.rootId,
    sessionId: line.caseId,
    id: `${line.caseId}:${line.revision}:${n}`,
    createdAt: String(Date.parse(line.at)),
    _version: wireVersion,
    revision: line.revision,
  });
  const payload = of.payloads.get(line.revision) ?? {};
  const event: InspectedEvent = { type: line.type, ...payloadKinds(definition, payload) };
  const sourceId = sourceOf(line, payload, of.compiled);
  return [
    ...(line.revision === 1
      ? [
          {
            type: '@xstate.actor' as const,
            ...common(0),
            name: definition.id,
            definition: JSON.stringify({ id: definition.id, ...definition.machine }),
            ...(of.parentId === undefined ? {} : { parentId: of.parentId }),
            snapshot,
          },
        ]
      : []),
    { type: '@xstate.event', ...common(1), sourceId, event },
    { type: '@xstate.snapshot', ...common(2), event, snapshot, microsteps: takenTogether(line.taken) },
  ];
}

const statusOf = { active: 'active', ended: 'done', imported: 'done', cancelled: 'stopped' } as const;
const isStatus = (word: string): word is keyof typeof statusOf => Object.hasOwn(statusOf, word);

const snapshotOf = (line: JournalLine, compiled: Compiled, filled: ReadonlySet<string>): InspectedSnapshot => ({
  status: isStatus(line.status) ? statusOf[line.status] : 'active',
  value: stateValue(compiled, line.to),
  context: fieldKinds(compiled.definition, filled),
  tags: activeTags(compiled, line.to),
  children: {},
  historyValue: {},
});

/** The service under whose name a case acts in another. */
const otherCase = 'case';

/** A kind and never a name: whose token or which colleague it was stands in the timeline, for those who may read it. */
function sourceOf({ by, type }: JournalLine, payload: JsonObject, compiled: Compiled): Source {
  if (by?.person !== undefined) return 'person';
  if (by?.service !== undefined) return by.service === otherCase ? 'case' : 'service';
  if (type === 'timer.fire' || type.startsWith('clock.')) return 'timer';
  if (type === 'case.cancel') return 'case'; // Nobody's cancellation is the end of the case above.
  const { step } = payload;
  const invoked = typeof step === 'string' && type.startsWith('invoke.') ? compiled.states.get(step)?.invoke?.definition.src : undefined;
  return invoked === 'case' ? 'case' : 'service';
}
