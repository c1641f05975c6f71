import { shippedProcesses } from '@redress/definitions';
import { type ReactNode, useState } from 'react';
import type { Command } from '../model/command.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { findingsOf } from '../model/findings.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { schemas } from '../model/pretend-definitions.ts';
import { treeOf } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';

/** For tests: what the commands made of a shipped procedure, and what was chosen. */
export interface PretendDraft {
  document: DesignDocument;
  readonly commands: Command[];
  readonly chosen: string[];
}

export function pretendDraft(id: string, change: (definition: object) => object = (same) => same): PretendDraft {
  const document = openDocument(change(Object(shippedProcesses.find((process) => fieldsOf(process).id === id))));
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return { document: document.value, commands: [], chosen: [] };
}

/** A part of the panel beside that draft: each command is done at once, and drawn. */
export function PretendPanel({ draft, children }: { readonly draft: PretendDraft; readonly children: (panel: PanelProps) => ReactNode }) {
  const [, setDone] = useState(0);
  const { definition } = draft.document;
  return children({
    definition,
    tree: treeOf(definition),
    findings: findingsOf(draft.document, { schemas }),
    tab: { chosen: 'who', choose: () => undefined },
    act: (command) => {
      draft.commands.push(command);
      const done = perform(draft.document, [command]);
      if (!done.ok) return undefined;
      draft.document = done.value.document;
      setDone((count) => count + 1);
      return done.value.chosen ?? [];
    },
    onChoose: (id) => draft.chosen.push(id),
  });
}
