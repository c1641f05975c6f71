import type { CaseState } from '../case-state.ts';
import { compile } from '../compile/compile.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { Definition } from '../definition/definition.ts';
import type { Finding, SchemaTool } from '../definition/finding.ts';
import type { Calendars } from '../time/calendar.ts';
import { type Happening, stepsOf } from './chronicle.ts';
import { type Events, Office } from './office.ts';
import { actorOf, playingStep } from './play-step.ts';
import type { Rehearsal, RehearsedCase } from './rehearsal.ts';
import type { Script, ScriptStep } from './script.ts';

export interface RehearsalSetting {
  /** The procedure and those it starts. */
  readonly definitions: readonly Definition[];
  readonly calendars: Calendars;
  readonly tools: { readonly schemas: SchemaTool };
  /** A case that runs already: the story goes on from how it stands, instead of beginning one. */
  readonly running?: CaseState;
  /** So many events are enough; without it so many as anybody could read. */
  readonly eventsMost?: number;
  /** Hears every event once it was taken, with the state it led to. */
  readonly hear?: (happening: Happening) => void;
}

/**
 * Plays a script through `begin` and `advance` on a pretend clock: sub-cases, letters and messages included, timers in the order in which they come due.
 * Pure: the same setting and script give the same rehearsal. What does not go as written is a problem, and the rest is played all the same.
 */
export function rehearse(setting: RehearsalSetting, script: Script): Rehearsal {
  const playing = rehearsing(setting, script);
  for (;;) {
    const next = playing.next();
    if (next.done) return next.value;
  }
}

/** The same event by event, for whoever has other work as well, or gives up after some time. */
export function* rehearsing(setting: RehearsalSetting, script: Script): Generator<undefined, Rehearsal> {
  const rehearsal = new Rehearsing(setting, script, 'event by event');
  yield* rehearsal.beginning();
  for (const step of script.steps) yield* rehearsal.playing(step);
  return rehearsal.result();
}

/** A rehearsal step by step, for whoever decides the next one by how the case stands: the simulator, simulated staff. */
export class Rehearsing {
  readonly #setting: RehearsalSetting;
  readonly #script: Script;
  readonly #office: Office;
  readonly #played: ScriptStep[] = [];
  #lettersSeen = 0;

  constructor(setting: RehearsalSetting, script: Omit<Script, 'steps'>, how: 'at once' | 'event by event' = 'at once') {
    this.#setting = setting;
    this.#script = { ...script, steps: [] };
    const at = new Date(script.at).toISOString();
    this.#office = new Office({
      calendars: setting.calendars,
      compiledOf: (process) => this.#compiledOf(process),
      at,
      letters: script.letters ?? {},
      eventsMost: setting.eventsMost,
      hear: setting.hear,
    });
    if (how === 'at once') for (const _ of this.beginning());
  }

  play(step: ScriptStep): void {
    for (const _ of this.playing(step));
  }

  /** The step event by event; it is played when nothing more comes. */
  *playing(step: ScriptStep): Events {
    this.#office.place = `/steps/${this.#played.length}`;
    this.#played.push(step);
    this.#lettersSeen = yield* playingStep(step, {
      office: this.#office,
      script: this.#script,
      calendars: this.#setting.calendars,
      lettersSeen: this.#lettersSeen,
    });
    yield* this.#office.settling();
    yield;
  }

  get now(): string {
    return this.#office.now;
  }

  /** Ready procedures by id, for whoever asks what could be done now. */
  compiled(process: string): Compiled | undefined {
    return this.#compiledOf(process);
  }

  get cases(): readonly RehearsedCase[] {
    return [...this.#office.cases].map(([caseId, { compiled, begunAt, state }]) => ({
      caseId,
      process: compiled.definition.id,
      begunAt,
      ...(state.status !== 'active' && { endedAt: endOf(this.#office, caseId) ?? state.updatedAt }),
      ...(state.parent && { parent: { caseId: state.parent.caseId, step: state.parent.step } }),
      status: state.status,
      ...(state.outcome !== undefined && { outcome: state.outcome }),
      steps: stepsOf(compiled, state),
      state,
    }));
  }

  /** The script as it was played: played again, it gives the same rehearsal. */
  get script(): Script {
    return { ...this.#script, steps: [...this.#played] };
  }

  result(): Rehearsal {
    const { chronicle, untaken, now, cases } = this.#office;
    const left = untaken.map((effect) => ({ code: 'message-not-taken' as const, at: '', facts: { key: effect.key, kind: effect.kind } }));
    const problems = [...chronicle.problems, ...left];
    const { journal, letters, deadlines, tasks, refused } = chronicle;
    const used = [...new Set([...cases.values()].map(({ compiled }) => compiled))];
    return structuredCopy({
      ok: problems.length === 0,
      problems,
      cases: this.cases,
      journal,
      letters,
      deadlines,
      tasks,
      refused,
      coverage: chronicle.coverage(used),
      at: now,
    });
  }

  /** The case is opened. Once, and before anything else; a rehearsal at once has done it. */
  *beginning(): Events {
    const { process, by, onBehalfOf, receivedAt, channel, input } = this.#script;
    const office = this.#office;
    const { running } = this.#setting;
    if (running) {
      office.goOn(process, running);
      yield* office.settling();
      return;
    }
    const actor =
      by === undefined
        ? { service: 'rehearsal', roles: [] }
        : actorOf(this.#script, { by, process, ...(onBehalfOf !== undefined && { onBehalfOf }) });
    const received = receivedAt === undefined ? office.now : new Date(receivedAt).toISOString();
    const begun = office.open(process, { channel: channel ?? 'web', receivedAt: received, input, by: actor });
    if (begun && !begun.ok) office.problem('case-not-begun', { process }, begun.refusal);
    yield* office.settling();
  }

  #compiledOf(process: string): Compiled | undefined {
    const definition = this.#setting.definitions.find((known) => known.id === process);
    if (!definition) {
      this.#office.problem('unknown-process', { process, known: this.#setting.definitions.map(({ id }) => id) });
      return undefined;
    }
    const { machine, findings } = compiledOnce(definition, this.#setting.tools.schemas);
    if (!machine) this.#office.chronicle.problems.push({ code: 'does-not-compile', at: this.#office.place, facts: { process }, findings });
    return machine;
  }
}

const endOf = (office: Office, caseId: string): string | undefined =>
  office.chronicle.journal.find((line) => line.caseId === caseId && line.ends)?.at;

/** What is handed out does not change when the rehearsal goes on. */
const structuredCopy = (rehearsal: Rehearsal): Rehearsal => ({
  ...rehearsal,
  journal: [...rehearsal.journal],
  letters: rehearsal.letters.map((row) => ({ ...row })),
  deadlines: rehearsal.deadlines.map((row) => ({ ...row })),
  tasks: rehearsal.tasks.map((row) => ({ ...row })),
  refused: [...rehearsal.refused],
});

type Outcome = { readonly machine?: Compiled; readonly findings: readonly Finding[] };
interface Kept {
  readonly schemas: SchemaTool;
  readonly outcomes: WeakMap<Definition, Outcome>;
}
const kept = new WeakMap<SchemaTool, Kept>();

/** Compiling is slow and definitions never change: once for each object. */
function compiledOnce(definition: Definition, schemas: SchemaTool): Outcome {
  const known = kept.get(schemas) ?? { schemas: eachSchemaOnce(schemas), outcomes: new WeakMap<Definition, Outcome>() };
  kept.set(schemas, known);
  const outcome = known.outcomes.get(definition) ?? compile(definition, { schemas: known.schemas });
  known.outcomes.set(definition, outcome);
  return outcome;
}

/** Most fields share a few schemas, and making a validator takes tens of milliseconds. */
function eachSchemaOnce(schemas: SchemaTool): SchemaTool {
  const validators = new Map<string, ReturnType<SchemaTool>>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const known = validators.get(text) ?? schemas(schema);
    validators.set(text, known);
    return known;
  };
}
