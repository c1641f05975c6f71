import type { Definition } from '../../definition/definition.ts';
import type { Finding, SchemaTool } from '../../definition/finding.ts';
import { findClocks } from './find-clocks.ts';
import { findConditions } from './find-conditions.ts';
import { findData } from './find-data.ts';
import { findFeel } from './find-feel.ts';
import { findHiddenFields } from './find-hidden-fields.ts';
import { findIdle } from './find-idle.ts';
import { findLetters } from './find-letters.ts';
import { findNames } from './find-names.ts';
import { findReach } from './find-reach.ts';
import { findRows } from './find-rows.ts';
import { findSenders } from './find-senders.ts';
import { findTags } from './find-tags.ts';
import { findTexts } from './find-texts.ts';
import { findTimers } from './find-timers.ts';
import { findUnknown } from './find-unknown.ts';
import type { Findings } from './found.ts';
import { surveyOf } from './survey.ts';

/** More than anybody repairs in one go; a hostile definition has no end of them. */
export const findingsMax = 200;

/**
 * Everything that a definition which has passed the schema can still have wrong by itself. Errors keep it from running; warnings are
 * texts missing in a language, and what would be no use. What concerns several definitions is in findings-across.ts.
 */
export function findingsOf(definition: Definition, tools: { readonly schemas: SchemaTool }): readonly Finding[] {
  const survey = surveyOf(definition);
  const names = take(findNames(survey));
  // Twins make every other answer ambiguous: first things first.
  if (names.some(({ code }) => code === 'id-twice' || code === 'id-is-not-key')) return names;
  const searches: readonly Findings[] = [
    findUnknown(survey),
    findConditions(survey),
    findFeel(survey),
    findSenders(survey),
    findRows(survey),
    findTimers(survey),
    findTags(survey),
    findClocks(survey),
    findLetters(survey),
    findData(survey, tools.schemas),
    findHiddenFields(survey),
    findIdle(survey),
  ];
  const findings = [...names];
  for (const search of searches) findings.push(...take(search, findingsMax - findings.length));
  // A way that is not right yet leads nowhere: only where nothing keeps it from running is it said what no case can reach.
  if (!findings.some(({ severity }) => severity === 'error')) findings.push(...take(findReach(survey)));
  return [...findings, ...take(findTexts(definition))];
}

function take(findings: Findings, most = findingsMax): readonly Finding[] {
  const taken: Finding[] = [];
  if (most <= 0) return taken;
  for (const finding of findings) if (taken.push(finding) >= most) break;
  return taken;
}
