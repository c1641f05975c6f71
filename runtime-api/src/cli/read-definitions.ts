import { type ContractOf, contractsAmong } from '@redress/definitions';
import {
  type Compiled,
  canBeExplored,
  compile,
  type Definition,
  type Finding,
  findingsAcross,
  ok,
  parseDefinition,
  type Result,
} from '@redress/engine';
import { schemaTool } from '../definitions/schema-tool.ts';
import { comingDefinitions } from '../definitions/shipped-definitions.ts';
import { readJsonFile } from './read-json-file.ts';
import { exitCodes, type Said } from './said.ts';

/** One file that was to be a definition. */
export interface DefinitionRead {
  readonly file: string;
  /** Of the procedure, as far as it can be read. */
  readonly id?: string;
  readonly compiled?: Compiled;
  /** Whose runs can be looked through, even where it may not run. */
  readonly explorable?: Definition;
  readonly findings: readonly Finding[];
}

/** All files, with what keeps each from running, alone or together with those that it starts. What is no JSON is found as well; only a file that is not there stops. */
export async function readDefinitions(files: readonly string[]): Promise<Result<readonly DefinitionRead[], Said>> {
  const read: DefinitionRead[] = [];
  for (const file of files) {
    const json = await readJsonFile(file);
    if (json.ok) read.push(compiledIn(file, json.value));
    else if (json.refusal.code === exitCodes.noInput) return json;
    else read.push({ file, findings: [{ code: 'not-json', severity: 'error', at: '', facts: { problem: json.refusal.lines.join() } }] });
  }
  return ok(together(read));
}

/** A file of the window carries scenarios beside the definition. */
function compiledIn(file: string, json: unknown): DefinitionRead {
  const inner = typeof json === 'object' && json !== null && 'definition' in json && !('machine' in json) ? json.definition : json;
  const parsed = parseDefinition(inner);
  if (!parsed.ok) return { file, findings: parsed.refusal };
  const { machine, findings } = compile(parsed.value, { schemas: schemaTool() });
  return {
    file,
    id: parsed.value.id,
    findings,
    ...(machine && { compiled: machine }),
    ...(canBeExplored(findings) && { explorable: parsed.value }),
  };
}

/** What keeps them from running together: of two files with one id the first is the one that others start. */
function together(read: readonly DefinitionRead[]): readonly DefinitionRead[] {
  const across = findingsAcross([...definitionsOf(read), ...comingDefinitions().filter(({ id }) => !read.some((each) => each.id === id))]);
  return read.map((each) => {
    const first = read.find(({ id }) => id !== undefined && id === each.id);
    const twice: readonly Finding[] =
      first && first.file !== each.file
        ? [{ code: 'id-in-two-files', severity: 'warning', at: '/id', facts: { id: each.id ?? '', first: first.file } }]
        : [];
    const others = first === each ? across.filter(({ definition, severity }) => definition === each.id && severity === 'error') : [];
    return { ...each, findings: [...each.findings, ...twice, ...others.map(({ definition: _, ...finding }) => finding)] };
  });
}

const definitionsOf = (read: readonly DefinitionRead[]): readonly Definition[] =>
  read.flatMap(({ id, explorable }, index) => (explorable && read.findIndex((each) => each.id === id) === index ? [explorable] : []));

/** What is known of a procedure that another starts; each is looked at once, and only if somebody asks. One whose ways are not clear promises nothing. */
export function contractsOf(read: readonly DefinitionRead[]): ContractOf {
  return contractsAmong((id) => {
    const given = read.find((each) => each.id === id);
    return given ? given.explorable : comingDefinitions().find((each) => each.id === id);
  });
}
