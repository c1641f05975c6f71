export {
  belongsTo,
  type Clause,
  clausesOf,
  clausesOfPart,
  type Meaning,
  meanings,
  type ProvingPart,
  type Vocabulary,
} from './clauses/evidence.ts';
export { competenceWords, recordWords } from './clauses/words.ts';
export { shippedProcesses, shippedVersion } from './shipped-processes.ts';
export { drawSkeleton } from './skeleton/draw-skeleton.ts';
export { acknowledgeMost, answerLeast, answerMost, defaultAnswers, type SkeletonAnswers } from './skeleton/skeleton-answers.ts';
