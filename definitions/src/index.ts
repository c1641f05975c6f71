export {
  belongsTo,
  type Clause,
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
export { letterWords } from './letters/letter-words.ts';
export { type ReadyBlock, readyBlocks } from './letters/ready-blocks.ts';
export { shippedProcesses, shippedVersion } from './shipped-processes.ts';
export { shippedScenarios } from './shipped-scenarios.ts';
export { drawSkeleton, skeletonLanguages } from './skeleton/draw-skeleton.ts';
export { acknowledgeMost, answerLeast, answerMost, defaultAnswers, type SkeletonAnswers } from './skeleton/skeleton-answers.ts';
export { templateScenarios } from './template-scenarios.ts';
export { templates } from './templates.ts';
