import type { Definition } from '../definition/definition.ts';
import type { Finding } from '../definition/finding.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type PlayedScenario, witnessOf } from './gate.ts';
import { parseScript } from './parse-script.ts';
import type { Rehearsal } from './rehearsal.ts';
import { type RehearsalSetting, rehearse } from './rehearse.ts';
import type { Script } from './script.ts';
import { isRecord } from './shape.ts';

/** What tries a procedure out, as it is kept beside it: scripts by id that nobody has read yet, and why something is not tried. */
export interface Scenarios {
  readonly scripts: { readonly [scenario: string]: unknown };
  /** By what is not reached (`end:closed`, `assessing/after/assessBy/0`), in words. */
  readonly gaps: { readonly [what: string]: string };
}

/** Longer ones nobody reads, and more of them nobody keeps in order. */
export const scenarioLimits = { scenarios: 200, steps: 1_000 } as const;

/** Reads the document from outside. Whatever is no scenario and no written reason counts as nothing; whoever drew it sees it as it is. */
export function readScenarios(json: unknown): Scenarios {
  const { scripts, gaps } = isRecord(json) ? json : {};
  const written = Object.entries(isRecord(gaps) ? gaps : {}).filter(
    (gap): gap is [string, string] => typeof gap[1] === 'string' && gap[1].trim() !== '',
  );
  return { scripts: isRecord(scripts) ? scripts : {}, gaps: Object.fromEntries(written) };
}

/** The scenarios that can be played, and what is wrong with the others. More than there may be are not even looked at. */
export function readyScenarios({
  scripts,
}: Scenarios): readonly { readonly id: string; readonly script: Result<Script, readonly Finding[]> }[] {
  return Object.entries(scripts).map(([id, json], index) => ({
    id,
    script: index < scenarioLimits.scenarios ? readScenario(json) : tooMuch('scenarios', Object.keys(scripts).length),
  }));
}

function readScenario(json: unknown): Result<Script, readonly Finding[]> {
  const steps = isRecord(json) && Array.isArray(json.steps) ? json.steps.length : 0;
  // Before anything is copied: a million of them are not worth a look.
  return steps > scenarioLimits.steps ? tooMuch('steps', steps) : parseScript(json);
}

const tooMuch = (what: keyof typeof scenarioLimits, actual: number): Result<Script, readonly Finding[]> =>
  refuse([{ code: 'limit', severity: 'error', at: '', facts: { what, most: scenarioLimits[what], actual } }]);

/** Plays all of them at once. Whoever has other work as well plays them with `rehearsing`. */
export function playScenarios(
  setting: RehearsalSetting | ((script: Script) => RehearsalSetting),
  scenarios: Scenarios,
): readonly PlayedScenario[] {
  const settingOf = typeof setting === 'function' ? setting : () => setting;
  return readyScenarios(scenarios).map(({ id, script }) =>
    script.ok ? playedAs(id, script.value, ok(rehearse(settingOf(script.value), script.value))) : { id, result: script },
  );
}

/** How a scenario went, or why it was given up. */
export const playedAs = (id: string, { title }: Pick<Script, 'title'>, went: Result<Rehearsal, readonly Finding[]>): PlayedScenario => ({
  id,
  ...(title === undefined ? {} : { title }),
  result: went.ok ? ok(witnessOf(went.value)) : went,
});

/** The procedure that is tried out, and those beside it: what is named twice is what was named first. */
export const besideOf = (definition: Definition, ...others: readonly (readonly Definition[])[]): readonly Definition[] => [
  ...new Map([definition, ...others.flat()].toReversed().map((one) => [one.id, one])).values(),
];
