import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Findings, useFindings } from '../findings/use-findings.ts';
import type { Editor } from '../model/editor.ts';
import type { ElementFinding } from '../model/findings.ts';
import { stillThere } from '../model/selection.ts';
import { type ProcedureTree, type TreeElement, type TreeRow, treeOf } from '../model/tree.ts';
import type { PanelTab } from '../panel/panel-tabs.tsx';
import type { TabId } from '../panel/tab-of.ts';

export interface Outline {
  readonly document: ReturnType<Editor['store']['getState']>['document'];
  readonly definition: object;
  readonly tree: ProcedureTree;
  readonly findings: Findings;
  /** How many problems stand at an element or a way. */
  readonly problems: ReadonlyMap<string, number>;
  /** Of what is chosen: a step or stage, or a way; neither is the procedure itself. */
  readonly here: readonly ElementFinding[];
  readonly element: TreeElement | undefined;
  readonly row: TreeRow | undefined;
  /** Chosen beside the steps: a role, a letter, a length of time …, as `role:handler`. */
  readonly part: string | undefined;
  /** The step of the chosen way. */
  readonly source: TreeElement | undefined;
  /** The part of the panel that is shown. */
  readonly tab: PanelTab;
  readonly expanded: ReadonlySet<string>;
  readonly expand: (open: ReadonlySet<string>) => void;
  /** Unfolds what stands around a step or way. */
  readonly reveal: (id: string) => void;
}

/** What the outline shows: the draft as a tree, what is chosen in it and what is wrong with it. */
export function useOutline(editor: Editor, chosen: string | undefined): Outline {
  const document = useStore(editor.store, (state) => state.document);
  const { definition } = document;
  const tree = treeOf(definition);
  const findings = useFindings(document);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [shownTab, showTab] = useState<TabId>('what');
  const element = chosen === undefined ? undefined : tree.byId.get(chosen);
  const row = useMemo(() => rowsOf(tree).find(({ address }) => address === chosen), [tree, chosen]);
  const problems = useMemo(() => counted(findings.findings), [findings.findings]);
  const part = chosen !== undefined && !element && !row && isPart(document, chosen) ? chosen : undefined;
  const here = findings.findings.filter((finding) =>
    row ? finding.row === row.address : finding.element === (element?.id ?? part ?? '') && finding.row === undefined,
  );
  const expanded = useMemo(() => new Set([...tree.byId.keys()].filter((id) => !folded.has(id))), [tree, folded]);
  return {
    document,
    definition,
    tree,
    findings,
    problems,
    here,
    element,
    row,
    part,
    source: row && tree.byId.get(row.source),
    tab: { chosen: shownTab, choose: showTab },
    expanded,
    expand: (open) => setFolded(new Set([...tree.byId.keys()].filter((id) => !open.has(id)))),
    reveal: (id) => setFolded((before) => new Set([...before].filter((folded) => !aroundOf(tree, id).includes(folded)))),
  };
}

const isPart = (document: Outline['document'], id: string): boolean => id.includes(':') && stillThere(document, [id]).length > 0;

/** A step's stages; of a way its step as well. */
function aroundOf(tree: ProcedureTree, id: string): readonly string[] {
  const [step = '', ...rest] = id.split('/');
  const around: string[] = rest.length > 0 ? [step] : [];
  for (let at = tree.byId.get(step)?.parent; at !== undefined && at !== ''; at = tree.byId.get(at)?.parent) around.push(at);
  return around;
}

/** Every way of the procedure, its own first. */
export const rowsOf = (tree: ProcedureTree): readonly TreeRow[] => [...tree.rows, ...[...tree.byId.values()].flatMap(({ rows }) => rows)];

function counted(findings: readonly ElementFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { row, element } of findings) counts.set(row ?? element, (counts.get(row ?? element) ?? 0) + 1);
  return counts;
}
