import type { Finding } from '../definition/finding.ts';
import { copyPlainJson } from '../definition/plain-json.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import { durationUnits } from '../time/term.ts';
import { zoneOf } from '../time/zone.ts';
import type { Script } from './script.ts';
import {
  amount,
  anything,
  below,
  instant,
  instantOrNull,
  isRecord,
  listOf,
  mapOf,
  oneOf,
  record,
  type Shape,
  text,
  textOrNull,
  textOrTexts,
  wrong,
} from './shape.ts';

/**
 * Reads a script from untrusted JSON; what is given is copied. Codes, each with a pointer into the script: `script-type`, `script-missing`,
 * `script-unknown` (a key nobody knows), `script-step` (not exactly one thing to do), `script-person` (somebody who is not among the people),
 * and `limit`, `unsafe-key` as for definitions.
 */
export function parseScript(json: unknown): Result<Script, readonly Finding[]> {
  const plain = copyPlainJson(json);
  if (!plain.ok) return plain;
  const value: unknown = plain.value;
  const findings = [...script(value, ''), ...strangers(value)];
  return fits(value, findings) ? ok(value) : refuse(findings);
}

/** The shapes below say what `Script` says. */
const fits = (_value: unknown, findings: readonly Finding[]): _value is Script => findings.length === 0;

const fates = mapOf(oneOf('sent', 'bounced', 'print'));
const always = { 'note?': text, 'in?': text };
const doing = { ...always, by: text, 'onBehalfOf?': text, 'refused?': text };
const duration: Shape = (value, at) => {
  const amounts = isRecord(value) ? durationUnits.filter((unit) => Object.hasOwn(value, unit)).length : 1;
  const shape = record({ ...Object.fromEntries(durationUnits.map((unit) => [`${unit}?`, amount])), 'calendar?': text });
  return amounts === 1 ? shape(value, at) : wrong('script-type', at, { expected: durationUnits.join(' | ') });
};
const expectation = record({
  'status?': oneOf('active', 'ended', 'cancelled', 'imported'),
  'outcome?': text,
  'steps?': listOf(text),
  'tasks?': listOf(text),
  'letters?': listOf(text),
  'fields?': mapOf(anything),
  'due?': mapOf(instantOrNull),
  'overdue?': listOf(text),
  'records?': listOf(text),
});

const kinds: { readonly [kind: string]: Shape } = {
  send: record({ ...doing, send: text, 'values?': mapOf(anything), 'task?': text }),
  claim: record({ ...doing, claim: text }),
  release: record({ ...doing, release: text }),
  assign: record({ ...doing, assign: text, to: textOrNull }),
  post: record({ ...doing, post: text }),
  cancel: record({ ...doing, cancel: text }),
  answer: record({ ...always, answer: text, 'output?': mapOf(anything), 'refused?': text }),
  fail: record({ ...always, fail: text, 'output?': mapOf(anything), 'refused?': text }),
  wait: record({ ...always, wait: duration }),
  waitUntil: record({ ...always, waitUntil: instant }),
  waitFor: record({ ...always, waitFor: text }),
  letters: record({ ...always, letters: fates }),
  expect: record({ ...always, expect: expectation }),
};

const step: Shape = (value, at) => {
  if (!isRecord(value)) return wrong('script-type', at, { expected: 'object' });
  const asked = Object.keys(kinds).filter((kind) => Object.hasOwn(value, kind));
  const shape = asked.length === 1 ? kinds[asked[0] ?? ''] : undefined;
  return shape ? shape(value, at) : wrong('script-step', at, { asked, known: Object.keys(kinds) });
};

const zone: Shape = (value, at) =>
  typeof value === 'string' && zoneOf(value) ? [] : wrong('script-type', at, { expected: 'time zone, e.g. Europe/Warsaw' });

const script = record({
  'title?': textOrTexts,
  process: text,
  at: instant,
  'timeZone?': zone,
  'receivedAt?': instant,
  'channel?': text,
  people: mapOf(listOf(text)),
  'by?': text,
  'onBehalfOf?': text,
  input: mapOf(anything),
  'letters?': fates,
  steps: listOf(step),
});

/** Everybody who acts must have been introduced with his roles. */
function strangers(value: unknown): readonly Finding[] {
  if (!isRecord(value) || !isRecord(value.people)) return [];
  const { people } = value;
  const steps: readonly unknown[] = Array.isArray(value.steps) ? value.steps : [];
  const acting = [{ at: '', of: value }, ...steps.flatMap((each, index) => (isRecord(each) ? [{ at: `/steps/${index}`, of: each }] : []))];
  return acting.flatMap(({ at, of }) =>
    ['by', 'onBehalfOf', 'assign' in of ? 'to' : 'by'].filter(once).flatMap((key) => {
      const person = of[key];
      return typeof person === 'string' && !Object.hasOwn(people, person)
        ? wrong('script-person', below(at, key), { person, known: Object.keys(people) })
        : [];
    }),
  );
}

const once = (key: string, index: number, keys: readonly string[]): boolean => keys.indexOf(key) === index;
