import { ok, type Result, refuse } from '@redress/engine';
import { createDraft, finishDraft } from 'immer';
import { actionRecipes } from './action-commands.ts';
import { blockRecipes } from './block-commands.ts';
import { buttonRecipes } from './button-commands.ts';
import { clipboardRecipes } from './clipboard-paste.ts';
import { clockRecipes } from './clock-commands.ts';
import type { Command, Done, Drawing, EditRefusal, Payloads, Recipes } from './command.ts';
import { delayRecipes } from './delay-commands.ts';
import { differences } from './differences.ts';
import { type DesignDocument, exportDocument } from './document.ts';
import { evidenceRecipes } from './evidence-commands.ts';
import { fieldRecipes } from './field-commands.ts';
import { fieldMoreRecipes } from './field-more-commands.ts';
import { fixRecipes } from './fix-commands.ts';
import { formRecipes } from './form-commands.ts';
import { formUseRecipes } from './form-use-commands.ts';
import { layoutRecipes } from './layout-commands.ts';
import { letterRecipes } from './letter-commands.ts';
import { OddShape } from './loose-json.ts';
import { measureRecipes } from './measure-commands.ts';
import type { Patch } from './patch.ts';
import { profileRecipes } from './profile-commands.ts';
import { propertyRecipes } from './property-commands.ts';
import { withRetired } from './retired.ts';
import { returnRecipes } from './return-commands.ts';
import { roleRecipes } from './role-commands.ts';
import { rowRecipes } from './row-commands.ts';
import { rowValueRecipes } from './row-value-commands.ts';
import { scenarioRecipes } from './scenario-commands.ts';
import { skeletonRecipes } from './skeleton-commands.ts';
import { stepRecipes } from './step-commands.ts';
import { tableColumnRecipes } from './table-column-commands.ts';
import { tableRecipes } from './table-commands.ts';
import { tracksRecipes } from './tracks-commands.ts';
import { whoRecipes } from './who-commands.ts';

const recipes: Recipes<Payloads> = {
  ...stepRecipes,
  ...tracksRecipes,
  ...rowRecipes,
  ...rowValueRecipes,
  ...actionRecipes,
  ...propertyRecipes,
  ...buttonRecipes,
  ...returnRecipes,
  ...roleRecipes,
  ...whoRecipes,
  ...evidenceRecipes,
  ...profileRecipes,
  ...measureRecipes,
  ...delayRecipes,
  ...clockRecipes,
  ...formRecipes,
  ...formUseRecipes,
  ...fieldRecipes,
  ...fieldMoreRecipes,
  ...letterRecipes,
  ...blockRecipes,
  ...tableRecipes,
  ...tableColumnRecipes,
  ...layoutRecipes,
  ...scenarioRecipes,
  ...skeletonRecipes,
  ...fixRecipes,
  ...clipboardRecipes,
};

/** An edit that was done: what it changed, how that is undone, and what to say about it. */
export interface Edit extends Done {
  readonly document: DesignDocument;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** Does commands one after the other, as one edit, or refuses all of them. What is said is what the last one says, or `words`. */
export function perform(document: DesignDocument, commands: readonly Command[], words?: Done['words']): Result<Edit, EditRefusal> {
  const draft = createDraft<Drawing>(exportDocument(document));
  let done: Done | undefined;
  for (const command of commands) {
    const step = run(draft, command);
    if (!step.ok) return step;
    done = step.value;
  }
  const finished = withRetired(document, finishDraft(draft) as DesignDocument);
  const patches = differences(document, finished);
  if (!done || patches.length === 0) return refuse({ code: 'nothing-to-do' });
  const edit = { ...done, ...(words ? { words } : {}) };
  return ok({ ...edit, document: finished, patches, inverse: differences(finished, document) });
}

function run<Name extends keyof Payloads>(
  drawing: Drawing,
  command: { readonly name: Name; readonly payload: Payloads[Name] },
): Result<Done, EditRefusal> {
  try {
    return recipes[command.name](drawing, command.payload);
  } catch (error) {
    if (error instanceof OddShape) return refuse({ code: 'odd-shape', key: error.key });
    throw error;
  }
}
