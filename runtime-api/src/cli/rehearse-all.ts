import { access } from 'node:fs/promises';
import {
  besideOf,
  type Definition,
  type Gate,
  gateOf,
  type PlayedScenario,
  parseDefinition,
  playScenarios,
  readScenarios,
  type Scenarios,
  type ScriptTitle,
} from '@redress/engine';
import { schemaTool } from '../definitions/schema-tool.ts';
import { shippedDefinitions } from '../definitions/shipped-definitions.ts';
import { readJsonFile } from './read-json-file.ts';
import { problemLines } from './rehearsal-words.ts';
import { calendarsIn } from './rehearse.ts';
import { exitCodes, type Said } from './said.ts';

/**
 * `rehearse FILE`: plays all scenarios of a definition and says whether it was tried out as far as publishing asks. They are in FILE, where that is
 * `{ "definition": …, "scenarios": … }`, else in the file beside it (`complaint.json`: `complaint.scenarios.json`). Code 1 if the gate is not met.
 */
export async function rehearseAll(file: string): Promise<Said> {
  const json = await readJsonFile(file);
  if (!json.ok) return json.refusal;
  const exported = exportIn(json.value);
  const definition = parseDefinition(exported ? exported.definition : json.value);
  if (!definition.ok)
    return {
      code: exitCodes.found,
      lines: [`${file} is not a definition. Try: redress check ${file}`],
      facts: { file, findings: definition.refusal },
    };
  const beside = file.replace(/(\.json)?$/, '.scenarios.json');
  if (!exported && !(await isThere(beside)))
    return { code: exitCodes.noInput, lines: [`No scenarios: there is no ${beside}`], facts: { file: beside, problem: 'unreadable' } };
  const scenarios = exported ? { ok: true as const, value: exported.scenarios } : await readJsonFile(beside);
  if (!scenarios.ok) return scenarios.refusal;
  const read = readScenarios(scenarios.value);
  const gate = gateOf(definition.value, { played: playedOf(definition.value, read), gaps: read.gaps });
  return { code: gate.met ? exitCodes.done : exitCodes.found, lines: told(gate), facts: gate };
}

/** Each counts by its own time zone. */
function playedOf(definition: Definition, scenarios: Scenarios): readonly PlayedScenario[] {
  const setting = { definitions: besideOf(definition, shippedDefinitions()), tools: { schemas: schemaTool() } };
  return playScenarios(({ timeZone = 'UTC' }) => ({ ...setting, calendars: calendarsIn(timeZone) }), scenarios);
}

/** A definition itself has no member of these names. */
const exportIn = (json: unknown): { readonly definition: unknown; readonly scenarios: unknown } | undefined =>
  typeof json === 'object' && json !== null && 'definition' in json && 'scenarios' in json
    ? { definition: json.definition, scenarios: json.scenarios }
    : undefined;

const isThere = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

function told({ met, goals, scenarios, stray }: Gate): readonly string[] {
  const missing = goals.filter(({ state }) => state === 'missing').length;
  const failing = scenarios.filter(({ ok }) => !ok).length;
  return [
    ...scenarios.flatMap(({ id, title, ok, problems }) => [
      `${ok ? 'as written' : 'NOT as written'}  ${id}${title === undefined ? '' : `: ${plainTitle(title)}`}`,
      ...problems.flatMap((problem) => problemLines(problem)).map((line) => `  ${line}`),
    ]),
    ...goals.map(
      ({ what, state, scenarios: by, reason }) =>
        `${state}  ${what}${by.length > 0 ? `  by ${by.join(', ')}` : ''}${reasonIn(state, reason)}`,
    ),
    ...stray.map((what) => `a reason for ${what}, which is not there`),
    met
      ? 'Tried out: every outcome and every deadline is reached or has a reason.'
      : `Not tried out. Outcomes and deadlines that nothing reaches: ${missing}. Scenarios that do not go as written: ${failing}.`,
  ];
}

/** As the command line speaks; else in the first language that the title has. */
const plainTitle = (title: ScriptTitle): string => (typeof title === 'string' ? title : (title.en ?? Object.values(title)[0] ?? ''));

const reasonIn = (state: string, reason: string | undefined): string =>
  state === 'excused' && reason !== undefined ? `  because: ${reason}` : '';
