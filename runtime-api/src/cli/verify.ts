import { askStore } from './ask-store.ts';
import { chainWords, stuckWords } from './fault-words.ts';
import { counted, exitCodes, type Said } from './said.ts';
import type { Settings } from './settings.ts';

/** `verify`: every journal against its hashes, every case against its journal, and work that lies. Code 1 if anything was found. */
export async function verify(settings: Settings): Promise<Said> {
  const { cases, lines, faults, stuck } = await askStore(settings, { command: 'verify' });
  const clean = faults.length === 0 && stuck.length === 0;
  return {
    code: clean ? exitCodes.done : exitCodes.found,
    lines: [
      ...faults.map(
        ({ organisation, caseId, revision, fault }) =>
          `${fault}: case ${caseId}, line ${revision}, organisation ${organisation}: ${chainWords[fault]}`,
      ),
      ...stuck.map(
        ({ what, organisation, case: caseId, since }) =>
          `${what} since ${since}: case ${caseId}, organisation ${organisation}: ${stuckWords[what]}`,
      ),
      `${counted(cases, 'case')}, ${counted(lines, 'journal line')}: ${clean ? 'all as it was written, nothing stuck' : `${counted(faults.length, 'fault')}, ${stuck.length} stuck`}.`,
    ],
    facts: { cases, lines, faults, stuck },
  };
}
