import type { JsonObject } from '@redress/engine';
import { nearestName } from '@redress/engine';
import type { MapProblem } from '../import/import-map.ts';
import type { SettingRefusal } from '../import/import-setting.ts';
import type { RowProblem } from '../import/read-row.ts';
import { fieldProblem } from './rehearsal-words.ts';

/** What is wrong with the map, where, and how to repair it. */
export function mapProblemLine(file: string, { at, problem, found, needs }: MapProblem): string {
  const known =
    problem === 'column-unknown' ? needs.replace('one of the columns ', '').split(' · ') : needs.replace(/^[^:]*: /, '').split(' · ');
  const meant = typeof found === 'string' && problem.endsWith('-unknown') ? nearestName(found, known) : undefined;
  const what = {
    missing: 'is missing',
    unknown: `is not known${found === undefined ? '' : `: ${JSON.stringify(found)}`}`,
    type: 'is of another kind',
    format: `cannot be read as a date format: ${JSON.stringify(found)}`,
    'column-unknown': `names a column that the file does not have: ${JSON.stringify(found)}`,
    'column-twice': `names a column that the file has more than once: ${JSON.stringify(found)}`,
    'field-unknown': `names a field that the procedure does not have: ${JSON.stringify(found)}`,
    'one-source': Array.isArray(found) && found.length > 0 ? `has more than one source: ${found.join(', ')}` : 'has no source',
  }[problem];
  return `${file} ${at} ${what}.${meant === undefined ? '' : ` Did you mean ${JSON.stringify(meant)}?`} It needs ${needs}.`;
}

export function settingLines(refusal: SettingRefusal, process: string): readonly string[] {
  switch (refusal.code) {
    case 'no-organisation':
      return ['There is no organisation yet. Run `redress start`, open the page, and set one up.'];
    case 'organisation-unknown':
      return [`There is no organisation of that name. Known: ${refusal.known.join(' · ')}.`];
    case 'organisation-ambiguous':
      return [`Which organisation? Add --organisation with one of: ${refusal.known.join(' · ')}.`];
    case 'process-unknown':
      return [`There is no published procedure "${process}". Known: ${refusal.known.join(' · ')}.`];
    case 'process-not-runnable':
      return [`The published procedure "${process}" does not run in this version. Try: redress check with its file.`];
  }
}

/** Why a row stays out, in one line for the error file. */
export function rowProblemText({ code, facts }: RowProblem): string {
  const text = texts[code];
  return text === undefined ? `${code} ${JSON.stringify(facts)}` : text(facts);
}

const texts: { readonly [code: string]: (facts: JsonObject) => string } = {
  'key-missing': ({ column }) => `the key column ${JSON.stringify(column)} is empty`,
  'key-too-long': ({ column, most }) => `the key in ${JSON.stringify(column)} has more than ${most} characters`,
  'key-twice': ({ firstLine }) => `the same key as in line ${firstLine}`,
  'date-not-read': ({ column, field, text, format }) =>
    `${JSON.stringify(text)} in ${JSON.stringify(column ?? field)} is not a date written as ${format}`,
  'received-in-future': ({ receivedAt }) => `received in the future: ${receivedAt}`,
  'key-reused': () => 'this key was imported before with other values; the case stays as it was',
  'business-key-used': ({ caseId }) => `another case has this key: ${caseId}`,
  'not-csv': ({ problem }) => `not a row of this table: ${problem}`,
  'form-invalid': ({ problems }) => (Array.isArray(problems) ? problems.map(fieldProblem).join('; ') : 'values do not fit their fields'),
};
