import { createHash } from 'node:crypto';
import type { Definition, JsonObject } from '@redress/engine';
import type { ImportRow } from '../../runtime-api/src/import/read-row.ts';
import { fillForm } from '../tools/fill-form.ts';
import { type Hands, handsFor } from './people.ts';

/** A task as those who look at it see it. */
export interface SeenTask {
  readonly process: string;
  readonly step: string;
  readonly role: string;
  readonly kind: 'work' | 'print';
  readonly openedAt: string;
}
/** What somebody means to do, and when; the hands are tried in their order until some are allowed to. */
export interface Intention {
  readonly at: string;
  readonly process: string;
  readonly step: string;
  /** The first is meant; if the procedure does not take it any more, the next one. */
  readonly events: readonly string[];
  /** Not the outcome of a task: said at any time. */
  readonly free: boolean;
  readonly kind: 'work' | 'print';
  readonly hands: readonly Hands[];
  readonly values: (event: string) => JsonObject;
}

const hourMs = 3_600_000;
/** Printed letters go to the post the next day, all of them, so that they leave in the order in which they were written. */
const postAfterMs = 20 * hourMs;

type Outcome = readonly [event: string, weight: number, more?: 'free'];
/** What people decide, by how often. A step that is not named has one outcome. */
const outcomes: { readonly [step: string]: readonly Outcome[] } = {
  'complaint/intake': [
    ['register', 97],
    ['outOfScope', 3],
  ],
  'complaint/assessing': [
    ['assessed', 88],
    ['needInfo', 8],
    ['urgent', 4],
  ],
  'complaint/interimAction': [['interimDone', 1]],
  'complaint/awaitingInfo': [['infoProvided', 1]],
  'complaint/investigating': [['findingsReady', 1]],
  'complaint/delayNotice': [['findingsReady', 1]],
  'complaint/deciding': [['decide', 1]],
  'complaint/ownerDeciding': [['decide', 1]],
  'complaint/awaitingComplainant': [
    ['accept', 60],
    ['reject', 28],
    ['goExternal', 12],
  ],
  'complaint/reminded': [
    ['accept', 50],
    ['reject', 38],
    ['goExternal', 12],
  ],
  'complaint/implementing': [['remedyDone', 1]],
  'complaint/externalOffer': [
    ['wantsExternal', 60],
    ['decline', 40],
  ],
  'complaint/surveying': [['answered', 1]],
  'complaint/closing': [['close', 1]],
  'complaint/closingUnresolved': [['close', 1]],
  'escalation/requested': [['assign', 1]],
  'escalation/level2': [
    ['decide', 90],
    ['needInfo', 10],
  ],
  'escalation/l2Info': [['infoProvided', 1]],
  'escalation/l2Awaiting': [
    ['accept', 45],
    ['reject', 40],
    ['goExternal', 15],
  ],
  'escalation/level3': [['decide', 1]],
  'escalation/l3Awaiting': [
    ['accept', 40],
    ['reject', 45],
    ['goExternal', 15],
  ],
  'dispute/referral': [['referred', 1]],
  'dispute/consent': [
    ['bothConsent', 90],
    ['decline', 10, 'free'],
  ],
  'dispute/screening': [
    ['admit', 92],
    ['refuse', 8],
  ],
  'dispute/noticeReceived': [['logged', 1]],
  'dispute/evaluating': [
    ['ready', 75],
    ['offerDirect', 25],
  ],
  'dispute/positioning': [['submit', 1]],
  'dispute/directSettlement': [
    ['signed', 70],
    ['notSigned', 30, 'free'],
  ],
  'dispute/facilitation': [
    ['settled', 45],
    ['noSettlement', 55],
  ],
  'dispute/settlement': [
    ['signed', 75],
    ['notSigned', 25, 'free'],
  ],
  'dispute/advisory': [['recommend', 1]],
  'dispute/recommendation': [
    ['orgReject', 50],
    ['bothAccept', 50, 'free'],
  ],
  'dispute/determinativeOffer': [
    ['bothConsentBinding', 80],
    ['decline', 20, 'free'],
  ],
  'dispute/determination': [['rule', 1]],
  'dispute/award': [
    ['comply', 75],
    ['seekReview', 25],
  ],
  'dispute/awardReview': [
    ['upheld', 70],
    ['setAside', 30],
  ],
  'dispute/implementing': [['done', 1]],
  'dispute/implementationOverdue': [['done', 1]],
  'dispute/verifying': [
    ['confirmed', 90],
    ['disputed', 10],
  ],
  'dispute/closingFile': [['close', 1]],
  'dispute/notPursued': [['close', 1]],
  'dispute/notResolved': [['close', 1]],
};

/** Out of seed, complaint and moment alone: whoever asks, asks again or asks in another order gets the same answer. */
export class Habits {
  readonly #seed: number;
  readonly #definitions: ReadonlyMap<string, Definition>;

  constructor(seed: number, definitions: readonly Definition[]) {
    this.#seed = seed;
    this.#definitions = new Map(definitions.map((definition) => [definition.id, definition]));
  }

  /** Nothing where nobody does it: the deadline will come. */
  intention(row: ImportRow, task: SeenTask): Intention | undefined {
    const definition = this.#definition(task.process);
    const chance = this.#chance(row, task.process, task.step, task.kind, task.openedAt);
    const hands = shuffled(handsFor(definition, task.role), chance);
    const { process, step, kind } = task;
    const about = { process, step, kind };
    if (kind === 'print') return { ...about, at: later(task.openedAt, postAfterMs), events: [''], free: false, hands, values: () => ({}) };
    const known = outcomes[`${process}/${step}`];
    if (!known) throw new Error(`Nobody knows what to do in ${process}/${step}`);
    const outside = definition.roles[task.role]?.party !== 'organisation';
    const forgotten = chance() < (outside ? 0.1 : 0.035);
    const hours = step === 'intake' ? 1 + Math.floor(chance() * 5) : 1 + Math.floor(chance() * chance() * (outside ? 300 : 90));
    if (forgotten) return undefined;
    const [event, , free] = weighed(known, chance);
    const first = known[0]?.[0] ?? event;
    const values = this.#values(row, task, chance);
    const at = later(task.openedAt, hours * hourMs);
    return free
      ? { ...about, at, events: [event], free: true, hands: shuffled(handsFor(definition, 'complainant'), chance), values }
      : { ...about, at, events: [...new Set([event, first])], free: false, hands, values };
  }

  /** What consumers say of themselves while it lasts: some ask how it stands, some give up. */
  wishes(row: ImportRow, enteredAt: string): readonly Intention[] {
    const definition = this.#definition('complaint');
    const wish = (event: string, share: number, daysMax: number): readonly Intention[] => {
      const chance = this.#chance(row, event);
      if (chance() >= share) return [];
      const at = later(enteredAt, (1 + Math.floor(chance() * daysMax * 24)) * hourMs);
      const hands = shuffled(handsFor(definition, 'complainant'), chance);
      return [{ process: 'complaint', step: event, kind: 'work', at, events: [event], free: true, hands, values: () => ({}) }];
    };
    return [...wish('statusRequest', 0.06, 40), ...wish('withdraw', 0.03, 90)];
  }

  #values(row: ImportRow, task: SeenTask, chance: Chance): Intention['values'] {
    const definition = this.#definition(task.process);
    const grade = (): number => 1 + Math.floor(chance() * 4);
    const decision = weighed(
      [
        ['upheld', 30],
        ['partly', 30],
        ['rejected', 40],
      ],
      chance,
    )[0];
    const given: JsonObject = {
      description: row.values.description ?? 'As it was told',
      productOrService: row.values.productOrService ?? 'Not named',
      receivedAt: row.receivedAt.slice(0, 10),
      channel: row.channel,
      severity: grade(),
      safetyImplication: chance() < 0.02,
      complexity: grade(),
      impact: grade(),
      needForImmediateAction: chance() < 0.05,
      decision,
      ...(decision !== 'rejected' &&
        task.process === 'complaint' && { remedyDueDate: later(task.openedAt, 14 * 24 * hourMs).slice(0, 10) }),
      terms: 'The report is corrected and the fee is paid back',
      dueDates: 'Within thirty days',
      score: 1 + Math.floor(chance() * 5),
    };
    return (event) => {
      const described = definition.events[event];
      const form = described?.form ?? (described?.by ? undefined : formOfStep(definition, task.step));
      const asked = new Set(
        (form === undefined ? [] : (definition.forms[form]?.sections ?? [])).flatMap(({ fields }) => fields.map(({ field }) => field)),
      );
      const own = Object.fromEntries(Object.entries(given).filter(([field]) => asked.has(field)));
      return fillForm(definition, form, { given: own });
    };
  }

  #definition(process: string): Definition {
    const definition = this.#definitions.get(process);
    if (!definition) throw new Error(`No procedure ${process}`);
    return definition;
  }

  #chance(row: ImportRow, ...what: readonly string[]): Chance {
    return chanceOf(
      createHash('sha256')
        .update([this.#seed, row.key, ...what].join('\n'))
        .digest()
        .readUInt32LE(0),
    );
  }
}

/** The earliest, and of those at the same moment always the same one first. */
export const inOrder = (one: Intention, other: Intention): number =>
  one.at.localeCompare(other.at) || keyOf(one).localeCompare(keyOf(other));
const keyOf = ({ process, step, kind }: Intention): string => `${process} ${step} ${kind}`;

type Chance = () => number;
/** Mulberry32. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

function weighed(list: readonly Outcome[], chance: Chance): Outcome {
  let left = chance() * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const outcome of list) {
    left -= outcome[1];
    if (left <= 0) return outcome;
  }
  throw new Error('Nothing to choose from');
}

function shuffled<Value>(list: readonly Value[], chance: Chance): readonly Value[] {
  return list
    .map((value) => ({ value, place: chance() }))
    .sort((one, other) => one.place - other.place)
    .map(({ value }) => value);
}

/** The form of the task that a step opens. */
function formOfStep(definition: Definition, step: string): string | undefined {
  const found = stepIn(definition.machine.states, step);
  const input = found?.invoke && 'input' in found.invoke ? found.invoke.input : undefined;
  return input !== undefined && 'form' in input && typeof input.form === 'string' ? input.form : undefined;
}

type States = Definition['machine']['states'];
function stepIn(states: States, id: string): States[string] | undefined {
  for (const [key, state] of Object.entries(states)) {
    if (key === id) return state;
    const within = state.states && stepIn(state.states, id);
    if (within) return within;
  }
  return undefined;
}
