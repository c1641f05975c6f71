import { readFileSync } from 'node:fs';
import { type Definition, explore, parseScript, rehearse } from '@redress/engine';
import type { CaseRecord } from '../../definitions/src/operation/case-record.ts';
import { calendars, everyProcess } from './pretend-case.ts';
import { standingOf } from './record-of.ts';
import { schemas } from './schema-tool.ts';
import { root } from './source-files.ts';

/** The journal of the case that a shipped scenario plays, and its procedure; which letter went with which line is not known of it. */
export function recordOfScenario(name: string): { readonly definition: Definition; readonly record: CaseRecord } {
  const script = parseScript(JSON.parse(readFileSync(`${root}/definitions/src/scenarios/${name}.json`, 'utf8')));
  if (!script.ok) throw new Error(JSON.stringify(script.refusal));
  const definitions = everyProcess();
  const { cases, journal } = rehearse({ definitions, calendars, tools: { schemas } }, script.value);
  const [played] = cases;
  const definition = definitions.find(({ id }) => id === played?.process);
  if (!played || !definition) throw new Error(`nothing is played by ${name}`);
  const { states } = explore({ definition });
  const activeIn = (steps: readonly string[]) => [...new Set(steps.flatMap((step) => [step, ...(states.get(step)?.around ?? [])]))];
  const lines = journal
    .filter(({ caseId }) => caseId === played.caseId)
    .map(({ revision, at, event, by, taken, changed, filed, steps }) => ({
      ...{ revision, at, type: event, changed, filed, to: activeIn(steps) },
      ...(by && { by }),
      taken: taken.map((row) => [event, row.from, row.to.join(' '), row.at] as const),
    }));
  return {
    definition,
    record: { id: played.caseId, receivedAt: played.state.startedAt, lines, standing: standingOf(definition, played.state) },
  };
}
