import {
  compile,
  type Definition,
  type Finding,
  findingsBeside,
  findingsOfWaiting,
  parseDefinition,
  pathOf,
  type SchemaTool,
} from '@redress/engine';
import type { DesignDocument } from './document.ts';
import { fieldsOf } from './loose-json.ts';
import { type Place, placesOf, statesOnPath } from './places.ts';
import { type ElementId, sections } from './property-commands.ts';
import { addressOf, type RowAddress, rowsOf } from './rows.ts';

/** What is wrong, at the element where it is repaired. */
export interface ElementFinding extends Finding {
  /** A step, `role:handler` …; empty: the procedure. */
  readonly element: ElementId;
  readonly row?: RowAddress;
  /** From the element or row to the field, as path: `['invoke', 'input', 'role']`; empty where the whole is meant. */
  readonly field: readonly string[];
}

/** A draft, and what is in force of the procedures that it starts or that wait for it; without `beside` that is not known yet. */
export interface Drafted {
  readonly document: DesignDocument;
  readonly beside?: readonly object[] | undefined;
}

/**
 * Everything the engine finds: in a draft that is no definition yet what the schema says, else what the compile step says, and what it has wrong
 * together with the procedures around it.
 */
export function findingsOf(
  { definition }: DesignDocument,
  { schemas, beside }: { readonly schemas: SchemaTool; readonly beside?: readonly object[] | undefined },
): readonly ElementFinding[] {
  const parsed = parseDefinition(definition);
  const findings = parsed.ok ? [...compile(parsed.value, { schemas }).findings, ...together(parsed.value, beside)] : parsed.refusal;
  const places = placesOf(definition);
  return findings.map((finding) => ({ ...finding, ...placeOf(definition, places, pathOf(finding.at)) }));
}

function together(definition: Definition, beside: readonly object[] | undefined): readonly Finding[] {
  if (beside === undefined) return [];
  const others = beside.flatMap((document) => {
    const other = parseDefinition(document);
    return other.ok ? [other.value] : [];
  });
  // What it only links to is not among them: of that the server knows.
  const own = findingsBeside(definition, others).filter(({ at }) => !at.startsWith('/links/'));
  return [...own, ...findingsOfWaiting(definition, others)];
}

function placeOf(
  definition: object,
  places: ReadonlyMap<string, Place>,
  path: readonly string[],
): Pick<ElementFinding, 'element' | 'row' | 'field'> {
  const chain = statesOnPath(path);
  const step = chain.findLast((id) => places.has(id)) ?? '';
  const inMachine = path[0] === 'machine';
  if (!inMachine) {
    const [part = '', id, ...field] = path;
    const section = Object.entries(sections).find(([, name]) => name === part)?.[0];
    return section === undefined || id === undefined ? { element: '', field: path } : { element: `${section}:${id}`, field };
  }
  const inside = path.slice(1 + 2 * (chain.lastIndexOf(step) + 1));
  const state = places.get(step)?.state ?? fieldsOf(definition).machine;
  const row = rowsOf(definition, state).find(({ path: own }) => own.every((key, index) => key === inside[index]));
  return row ? { element: step, row: addressOf(step, row.path), field: inside.slice(row.path.length) } : { element: step, field: inside };
}
