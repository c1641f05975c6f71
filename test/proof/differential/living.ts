import type { Compiled, JsonObject } from '@redress/engine';
import { type AnyActorRef, type AnyStateMachine, createActor, SimulatedClock } from 'xstate';
import { type Chronicle, livingMachine } from './living-config.ts';
import { visitsLeft } from './visits-left.ts';

/** What can be seen of a case after an event, of ours and of the living one alike. */
export interface Sight {
  readonly status: 'active' | 'ended' | 'failed';
  readonly outcome?: string | undefined;
  readonly value?: unknown;
  readonly fields?: JsonObject;
  readonly visits?: unknown;
  readonly history?: unknown;
  /** Children of the machine: what they are, and whether they have ended. */
  readonly children?: { readonly [step: string]: string };
  /** Open tasks and when they opened. */
  readonly tasks?: readonly string[];
  /** Armed timers and when they are due. */
  readonly timers?: readonly string[];
  /** Rows taken, letters sent on the way, children begun and stopped since the last look, each in order. */
  readonly taken?: readonly string[];
  readonly sent?: readonly string[];
  readonly begun?: readonly string[];
  readonly stopped?: readonly string[];
}

export const beginning = Date.parse('2026-03-02T09:00:00.000Z');
const isoAt = (ms: number): string => new Date(beginning + ms).toISOString();

/** What was noted since the last look, and the notes are empty again. */
export const takenOut = (
  notes: Pick<Chronicle, 'taken' | 'sent' | 'begun' | 'stopped'>,
): Pick<Sight, 'taken' | 'sent' | 'begun' | 'stopped'> => ({
  taken: notes.taken.splice(0),
  sent: notes.sent.splice(0),
  begun: notes.begun.splice(0),
  stopped: notes.stopped.splice(0),
});

export interface Living {
  /** Any event of XState's, as it is. */
  readonly tell: (type: string) => void;
  readonly send: (type: string, values: JsonObject) => void;
  /** Ends what a step has started; nothing happens where it has ended already. */
  readonly answer: (step: string, answer: { readonly failed: boolean; readonly output: JsonObject }) => void;
  readonly passTo: (iso: string) => void;
  readonly look: () => Sight;
  /** Letters sent since the last look, also by a step that failed. */
  readonly sent: () => readonly string[];
}

/** The same definition as a living XState actor: its machine as it is written, real implementations, a simulated clock, never asleep. */
export function living(
  { definition }: Pick<Compiled, 'definition'>,
  input: JsonObject,
  options: { readonly sorted?: boolean } = {},
): Living {
  const clock = new SimulatedClock();
  const chronicle: Chronicle = { taken: [], sent: [], begun: [], stopped: [], messages: 0 };
  const machine = livingMachine(definition, { chronicle, input, now: () => isoAt(clock.now()), left: visitsLeft(definition) });
  if (options.sorted) sortTracks(machine);
  const actor = createActor(machine, { clock });
  actor.subscribe({ error: () => {} });
  const armed = new Map<string, { readonly scheduled: object; readonly dueAt: string }>();
  const noteTimers = (): void => {
    for (const [id, scheduled] of Object.entries(actor.system.getSnapshot()._scheduledEvents))
      if (armed.get(id)?.scheduled !== scheduled) armed.set(id, { scheduled, dueAt: isoAt(clock.now() + scheduled.delay) });
  };
  const act = (move: () => void): void => {
    chronicle.messages = 0;
    move();
    noteTimers();
  };
  actor.start();
  noteTimers();
  return {
    tell: (type) => act(() => actor.send({ type })),
    send: (type, values) => act(() => actor.send({ type, values })),
    answer: (step, { failed, output }) =>
      act(() => {
        const child: AnyActorRef | undefined = actor.getSnapshot().children[step];
        child?.send({ type: failed ? 'fail' : 'finish', output });
      }),
    passTo: (iso) => act(() => clock.set(Date.parse(iso) - beginning)),
    sent: () => [...chronicle.sent],
    look: () => sightOf(actor, { chronicle, armed }),
  };
}

type Actor = ReturnType<typeof createActor<AnyStateMachine>>;

function sightOf(
  actor: Actor,
  { chronicle, armed }: { readonly chronicle: Chronicle; readonly armed: ReadonlyMap<string, { readonly dueAt: string }> },
): Sight {
  const snapshot = actor.getSnapshot();
  const seen = takenOut(chronicle);
  if (snapshot.status === 'error' || snapshot.status === 'stopped') {
    if (process.env.WHY) console.error(snapshot.error);
    return { status: 'failed' };
  }
  const { fields, visits } = snapshot.context;
  const ended = snapshot.status === 'done';
  const persisted: { historyValue?: object } = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()));
  const children = ended
    ? []
    : Object.entries<AnyActorRef | undefined>(snapshot.children).flatMap(([id, child]) =>
        child ? [{ id, snapshot: child.getSnapshot() }] : [],
      );
  return {
    status: ended ? 'ended' : 'active',
    outcome: ended ? ([...snapshot.tags].find((tag) => String(tag).startsWith('outcome:')) ?? '').slice(8) : undefined,
    value: snapshot.value,
    fields,
    visits,
    history: persisted.historyValue ?? {},
    children: Object.fromEntries(children.map(({ id, snapshot: child }) => [id, `${child.src} ${child.status}`])),
    tasks: children.flatMap(({ id, snapshot: child }) => (child.src === 'task' ? [`${id} ${child.openedAt}`] : [])).sort(),
    timers: Object.entries(actor.system.getSnapshot()._scheduledEvents)
      .map(([id, scheduled]) => `${scheduled.id.replace(/^xstate\.after\.(\w+)\.(\w+)$/, '$2.$1')} ${armed.get(id)?.dueAt}`)
      .sort(),
    ...seen,
  };
}

/** Only to tell why two differ: a living actor that lets tracks decide in the order of the document, not of their entry. */
function sortTracks(machine: AnyStateMachine): void {
  const transition = machine.transition.bind(machine);
  machine.transition = (snapshot, event, scope) => {
    snapshot._nodes.sort((one, other) => one.order - other.order);
    return transition(snapshot, event, scope);
  };
}
