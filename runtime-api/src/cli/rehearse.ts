import { besideOf, type Calendars, parseDefinition, parseScript, type Rehearsal, rehearse } from '@redress/engine';
import { schemaTool } from '../definitions/schema-tool.ts';
import { shippedDefinitions } from '../definitions/shipped-definitions.ts';
import { readJsonFile } from './read-json-file.ts';
import { problemLines, storyLines } from './rehearsal-words.ts';
import { exitCodes, type Said } from './said.ts';

const office = [{ from: '09:00', to: '17:00' }];
/** Monday to Friday, nine to five, no holidays: what a script counts by where no organisation is asked. */
export const calendarsIn = (timeZone: string): Calendars => ({
  organisation: {
    id: 'organisation',
    version: 1,
    timeZone,
    week: { '1': office, '2': office, '3': office, '4': office, '5': office },
    holidays: [],
  },
});

/** `rehearse FILE SCRIPT`: plays the script; sub-procedures are the shipped ones where the file does not bring them. Code 1 if it does not go as written. */
export async function rehearseFile(file: string, scriptFile: string): Promise<Said> {
  const json = await readJsonFile(file);
  if (!json.ok) return json.refusal;
  const scriptJson = await readJsonFile(scriptFile);
  if (!scriptJson.ok) return scriptJson.refusal;
  const definition = parseDefinition(json.value);
  if (!definition.ok)
    return {
      code: exitCodes.found,
      lines: [`${file} is not a definition. Try: redress check ${file}`],
      facts: { file, findings: definition.refusal },
    };
  const script = parseScript(scriptJson.value);
  if (!script.ok)
    return {
      code: exitCodes.found,
      lines: [`${scriptFile} is not a script:`, ...script.refusal.flatMap((problem) => problemLines(problem)).map((line) => `  ${line}`)],
      facts: { file: scriptFile, findings: script.refusal },
    };
  const played = rehearse(
    {
      definitions: besideOf(definition.value, shippedDefinitions()),
      calendars: calendarsIn(script.value.timeZone ?? 'UTC'),
      tools: { schemas: schemaTool() },
    },
    script.value,
  );
  return { code: played.ok ? exitCodes.done : exitCodes.found, lines: told(played), facts: played };
}

const told = (played: Rehearsal): readonly string[] => [
  ...storyLines(played),
  ...played.cases.map(({ process, status, outcome }) => `${process}: ${status}${outcome === undefined ? '' : `, ${outcome}`}`),
  `Letters: ${played.letters.length}. The clock stands at ${played.at}.`,
  ...played.problems.flatMap(problemLines),
  played.ok ? 'It went as written.' : `It did not go as written. Problems: ${played.problems.length}.`,
];
