import { type Finding, importConfig, ok, type Result, refuse } from '@redress/engine';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { type Fields, fieldsOf, isFields } from '../model/loose-json.ts';
import { embeddedJson, type PictureProblem } from '../picture/embedded-document.ts';

/** A procedure with how it looks and what tries it out, in one file. */
const format = 1;

export const procedureFile = (document: DesignDocument): string => `${procedureJson(document, 2)}\n`;
export const procedureJson = ({ definition, layout, scenarios }: DesignDocument, indent = 0): string =>
  JSON.stringify({ redress: format, definition, layout, scenarios }, undefined, indent);

export interface ReadFile {
  readonly document: DesignDocument;
  /** What of an XState machine has no vocabulary of ours: it is kept, and listed. */
  readonly kept: readonly Finding[];
}
/** Why a file is not opened: what, where, and what to do about it. */
export type FileProblem =
  | PictureProblem
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'not-procedure' }
  | { readonly code: 'not-json'; readonly line?: number; readonly column?: number }
  | { readonly code: 'unsafe-key'; readonly at: string; readonly key: string }
  | { readonly code: 'limit'; readonly at: string; readonly actual: number; readonly most: number };

/**
 * Reads what we saved, a bare definition, an XState machine config, or a picture for the procedure in it. Hostile like everything from outside:
 * bounded, copied, never evaluated. What names things by keys alone has its words in `language`.
 */
export function readProcedureFile(text: string, language = 'en'): Result<ReadFile, FileProblem> {
  if (/^\s*</.test(text.slice(0, 1_000))) return readPicture(text);
  const parsed = parse(text);
  return parsed.ok ? readJson(fieldsOf(parsed.value), language) : parsed;
}

/** Only what we have put into a picture is read, and only that. */
function readPicture(text: string): Result<ReadFile, FileProblem> {
  const carried = embeddedJson(text);
  if (!carried.ok) return carried;
  const parsed = parse(carried.value.json);
  const json = fieldsOf(parsed.ok ? parsed.value : undefined);
  return isFields(json.definition) ? readJson(json) : refuse({ code: 'picture-damaged', line: carried.value.line });
}

function readJson(json: Fields, language = 'en'): Result<ReadFile, FileProblem> {
  if ('redress' in json && json.redress !== format) return refuse({ code: 'newer', format: String(json.redress).slice(0, 20) });
  if (isFields(json.definition)) return opened(openDocument(json.definition, json.layout ?? {}, json.scenarios ?? {}));
  if (isFields(json.machine)) return opened(openDocument(json));
  if (!isFields(json.states)) return refuse({ code: 'not-procedure' });
  const imported = importConfig(json, language);
  return imported.ok ? opened(openDocument(imported.value.definition), imported.value.findings) : refuse(problemOf(imported.refusal));
}

function opened(document: Result<DesignDocument, readonly Finding[]>, kept: readonly Finding[] = []): Result<ReadFile, FileProblem> {
  if (!document.ok) return refuse(problemOf(document.refusal));
  const { machine } = document.value.definition;
  return isFields(fieldsOf(machine).states) ? ok({ document: document.value, kept }) : refuse({ code: 'not-procedure' });
}

function parse(text: string): Result<unknown, FileProblem> {
  try {
    return ok(JSON.parse(text));
  } catch (cause) {
    // Browsers say where, in words of their own.
    const [, line, column] = /line (\d+) column (\d+)/.exec(cause instanceof Error ? cause.message : '') ?? [];
    return refuse({ code: 'not-json', ...(line !== undefined && { line: Number(line), column: Number(column) }) });
  }
}

function problemOf([first]: readonly Finding[]): FileProblem {
  if (!first) return { code: 'not-procedure' };
  const { code, facts } = first;
  const place = first.at === '' ? '/' : first.at;
  if (code === 'unsafe-key') return { code, at: place, key: String(facts.key) };
  if (code !== 'limit') return { code: 'not-procedure' };
  return { code, at: place, actual: Number(facts.actual), most: Number(facts.most) };
}
