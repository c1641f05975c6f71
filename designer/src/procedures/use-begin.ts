import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../server/keys.ts';
import { readProcedureVersion, saveProcedureDraft } from '../server/procedures.ts';
import type { Problem } from '../server/shapes/basics.ts';
import type { DefinitionRow } from '../server/shapes/definitions.ts';

/** A draft is begun from the version in force; cases that run stay on theirs. */
export function useBegin({ id, current }: Pick<DefinitionRow, 'id' | 'current'>, onBegun: () => void | Promise<void>) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = async () => {
    setBusy(true);
    const version = await readProcedureVersion(id, current ?? 1);
    const saved = version.ok ? await saveProcedureDraft(id, { document: version.value.document }, 0) : version;
    setBusy(false);
    // Somebody else has just begun: then there is a draft to continue.
    if (!saved.ok && saved.problem.code !== 'changed-meanwhile') return setProblem(saved.problem);
    await queries.invalidateQueries({ queryKey: keys.definitions });
    await onBegun();
  };
  return { busy, problem, run: () => void run() };
}
