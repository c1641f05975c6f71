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
