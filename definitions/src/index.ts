export { type CheckOptions, check, checkGraph } from './check/check.ts';
export { type Contract, type ContractOf, contractOf } from './check/contracts.ts';
export { contractsAmong } from './check/contracts-among.ts';
export { monthsLater } from './check/months-later.ts';
export type { Predicate } from './check/predicate.ts';
export type { Property } from './check/property.ts';
export type { Pack, Rule, Severity } from './check/rule.ts';
export { kebab, meaningOf } from './check/said.ts';
export { LetterReader } from './check/told.ts';
export { type Checked, countPoints, type Failure, isOpen, type OpenVerdict, type Verdict } from './check/verdict.ts';
export {
  belongsTo,
  type Clause,
  clauseOf,
  clauses,
  clausesOf,
  clausesOfPart,
  type Meaning,
  type Measure,
  meanings,
  measures,
  type ProvingPart,
  type Vocabulary,
} from './clauses/evidence.ts';
export { competenceWords, recordWords } from './clauses/words.ts';
export { type Fix, fixesFor } from './fixes/fixes.ts';
export { isInForce, type LawLimit, type LawPack } from './law/law-pack.ts';
export { lawPacks } from './law/law-packs.ts';
export { type LawPoint, lawRules, lawWords } from './law/law-rules.ts';
export { lawsInForce, packsWith } from './law/packs-with.ts';
export { lawPointOf } from './law/point-of.ts';
export { pointsApart } from './law/points-apart.ts';
export { letterWords } from './letters/letter-words.ts';
export { type ReadyBlock, readyBlocks } from './letters/ready-blocks.ts';
export {
  type CaseFindings,
  type CaseRecord,
  type CaseStanding,
  type Deviation,
  type DeviationKind,
  deviationKinds,
  type RecordLine,
} from './operation/case-record.ts';
export {
  type CasePlace,
  countOperation,
  type JudgedCase,
  type OperationCounts,
  type RuleInOperation,
} from './operation/count-operation.ts';
export { countMeasures, type Measured, objectiveOf } from './operation/measures/count-measures.ts';
export { type EndedComplaints, measureDiagnosis } from './operation/measures/diagnosis.ts';
export { figureSaid, percentOf } from './operation/measures/figure-said.ts';
export type { Unit } from './operation/measures/measure.ts';
export { measureWords } from './operation/measures/measure-words.ts';
export { measuredValues } from './operation/measures/measured-values.ts';
export { underObjectives } from './operation/measures/objectives.ts';
export { meets } from './operation/measures/summary.ts';
export { measureVersions, type PublishedVersion } from './operation/measures/versions.ts';
export { Operation, rulesOnCases } from './operation/operation.ts';
export { packs } from './rules/packs.ts';
export { type RuleWords, ruleWords } from './rules/rule-words.ts';
export { furtherProcesses, shippedProcesses, shippedVersion } from './shipped-processes.ts';
export { shippedScenarios } from './shipped-scenarios.ts';
export { drawSkeleton, skeletonLanguages } from './skeleton/draw-skeleton.ts';
export { acknowledgeMost, answerLeast, answerMost, defaultAnswers, type SkeletonAnswers } from './skeleton/skeleton-answers.ts';
export { templateScenarios } from './template-scenarios.ts';
export { templates } from './templates.ts';
