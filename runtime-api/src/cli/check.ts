import { compile, type Finding, parseDefinition } from '@redress/engine';
import { schemaTool } from '../definitions/schema-tool.ts';
import { readJsonFile } from './read-json-file.ts';
import { exitCodes, type Said } from './said.ts';

/** `check FILE`: findings of parser and compiler, each with its place. Code 1 if the definition cannot run. */
export async function check(file: string): Promise<Said> {
  const json = await readJsonFile(file);
  if (!json.ok) return json.refusal;
  const parsed = parseDefinition(json.value);
  const findings = parsed.ok ? compile(parsed.value, { schemas: schemaTool() }).findings : parsed.refusal;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const summary =
    errors === 0
      ? `${file} can run${findings.length > 0 ? `; ${findings.length} warnings` : ''}.`
      : `${file} cannot run: ${errors} errors, ${findings.length - errors} warnings.`;
  return {
    code: errors === 0 ? exitCodes.done : exitCodes.found,
    lines: [...findings.map(line), summary],
    facts: { file, runnable: errors === 0, findings },
  };
}

const line = ({ severity, code, at, facts }: Finding): string =>
  `${severity === 'error' ? 'error  ' : 'warning'} ${code} at ${at === '' ? '/' : at} ${JSON.stringify(facts)}`;
