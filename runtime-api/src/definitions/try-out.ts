import {
  besideOf,
  type Calendars,
  type Definition,
  type Gate,
  gateOf,
  type PlayedScenario,
  playedAs,
  type RehearsalSetting,
  readScenarios,
  readyScenarios,
  refuse,
  rehearsing,
  type Script,
} from '@redress/engine';
import { schemaTool } from './schema-tool.ts';

/** A procedure with what tries it out, on the calendars of its organisation. */
interface Tried {
  readonly definition: Definition;
  /** As they were written: nobody has read them yet. */
  readonly scenarios: unknown;
  readonly calendars: Calendars;
  /** Procedures that it may start; of two with one id the first counts. */
  readonly beside: readonly Definition[];
}

/** A scenario with more events than this is a loop. */
const eventsMost = 10_000;
/** So long all scenarios of a procedure may work together; what is left then was not tried. */
const workMostMs = 5_000;
/** Work a little, rest three times as long: whatever else the server does is hardly slower for it. */
const sliceMs = 1;
const restPerWork = 3;

/** Plays the scenarios of a procedure and says what they reach. Whatever they are, it ends, and others are served meanwhile. */
export async function tryOut({ definition, scenarios: json, calendars, beside }: Tried): Promise<Gate> {
  const scenarios = readScenarios(json);
  const setting = { definitions: besideOf(definition, beside), calendars, tools: { schemas: schemaTool() }, eventsMost };
  const pace = new Pace();
  const played: PlayedScenario[] = [];
  for (const { id, script } of readyScenarios(scenarios))
    played.push(script.ok ? await playedInTurns(id, script.value, setting, pace) : { id, result: script });
  return gateOf(definition, { played, gaps: scenarios.gaps });
}

async function playedInTurns(id: string, script: Script, setting: RehearsalSetting, pace: Pace): Promise<PlayedScenario> {
  const playing = rehearsing(setting, script);
  while (!pace.isSpent) {
    const next = pace.work(() => playing.next());
    if (next.done) return playedAs(id, script, { ok: true, value: next.value });
    await pace.rest();
  }
  const facts = { seconds: workMostMs / 1_000 };
  return playedAs(id, script, refuse([{ code: 'took-too-long', severity: 'error', at: '', facts }]));
}

class Pace {
  #spentMs = 0;
  #sliceMs = 0;

  get isSpent(): boolean {
    return this.#spentMs >= workMostMs;
  }

  work<Value>(piece: () => Value): Value {
    const from = performance.now();
    const value = piece();
    const took = performance.now() - from;
    this.#spentMs += took;
    this.#sliceMs += took;
    return value;
  }

  async rest(): Promise<void> {
    if (this.#sliceMs < sliceMs) return;
    const owed = this.#sliceMs * restPerWork;
    this.#sliceMs = 0;
    await new Promise((resolve) => setTimeout(resolve, owed));
  }
}
