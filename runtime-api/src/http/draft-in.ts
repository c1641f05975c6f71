import { ok, type Result, refuse } from '@redress/engine';
import type { DefinitionDraftDocument } from '../store/models/definition.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { Office } from './office.ts';
import { readDraft, stateOfDraft } from './views/draft-view.ts';

/** The draft as this step of its life needs it, or why it does not go. */
export async function draftIn(
  office: Office,
  which: { readonly organisation: string; readonly definition: string },
  needs: {
    readonly revision: number;
    readonly status: readonly [DefinitionDraftDocument['status'], ...DefinitionDraftDocument['status'][]];
  },
): Promise<Result<DefinitionDraftDocument, HttpRefusal>> {
  const draft = await readDraft(office, which.organisation, which.definition);
  if (!draft) return refuse({ code: 'definition-not-found', definition: which.definition });
  if (draft.revision !== needs.revision) return refuse({ code: 'changed-meanwhile', revision: draft.revision });
  return needs.status.includes(draft.status)
    ? ok(draft)
    : refuse({ code: 'draft-state', state: stateOfDraft(draft), needs: stateOfDraft({ status: needs.status[0] }) });
}
