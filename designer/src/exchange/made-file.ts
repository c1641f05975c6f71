import { compile, exportConfig, exportModule, parseDefinition } from '@redress/engine';
import type { ConditionReader } from '../conditions/way-conditions.ts';
import type { DesignDocument } from '../model/document.ts';
import { procedureFile } from './procedure-file.ts';

export type FileKind = 'procedure' | 'picture' | 'xstate' | 'module';
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A draft as a file. What is not complete can be saved to be opened here again; other systems get what would run. */
export async function madeFile(document: DesignDocument, kind: FileKind, reader: ConditionReader): Promise<MadeFile | undefined> {
  const id = typeof document.definition.id === 'string' ? document.definition.id : 'procedure';
  if (kind === 'procedure') return { name: `${id}.redress.json`, type: 'application/json', text: procedureFile(document) };
  if (kind === 'picture') {
    const { mapPicture } = await import('../picture/map-picture.tsx');
    return { name: `${id}.svg`, type: 'image/svg+xml', text: mapPicture(document, reader) };
  }
  const parsed = parseDefinition(document.definition);
  if (!parsed.ok) return undefined;
  // Values are checked where a case runs; for the text of a module nobody needs to.
  const { machine } = compile(parsed.value, { schemas: () => () => [] });
  if (!machine) return undefined;
  if (kind === 'module') return { name: `${id}.ts`, type: 'text/typescript', text: exportModule(machine) };
  return { name: `${id}.xstate.json`, type: 'application/json', text: `${JSON.stringify(exportConfig(parsed.value), undefined, 2)}\n` };
}
