import { rootId } from '../compile/machine-config.ts';
import type { Finding } from '../definition/finding.ts';
import { copyPlainJson } from '../definition/plain-json.ts';
import type { Json, JsonObject } from '../json.ts';
import { ok, type Result, refuse } from '../result.ts';
import { foreignParts } from './foreign-parts.ts';
import { isObject } from './loose.ts';
import { readStates } from './read-states.ts';

export interface ImportedConfig {
  /** A draft: what is foreign in it stands where it stood, so that it cannot be published yet. */
  readonly definition: JsonObject;
  /** Code `foreign`: what has no vocabulary here. */
  readonly findings: readonly Finding[];
}

/**
 * Reads an XState machine config from untrusted JSON; nothing of it is evaluated. One that `exportConfig` made comes back as it was. Of any other
 * the shape is read (states, targets, rows, delays in milliseconds); guards, actions, sources and keys that have no vocabulary here are kept in
 * their place. Keys become titles in `language`, that of whoever reads it. Refused are too much, too deep, unsafe keys, and what has no states.
 */
export function importConfig(json: unknown, language = 'en'): Result<ImportedConfig, readonly Finding[]> {
  const plain = copyPlainJson(json);
  if (!plain.ok) return plain;
  const config = plain.value;
  if (!isObject(config) || !isObject(config.states) || Object.keys(config.states).length === 0)
    return refuse([{ code: 'no-machine', severity: 'error', at: '', facts: {} }]);
  const { redress, ...meta } = isObject(config.meta) ? config.meta : {};
  const { id, meta: _, ...root } = config;
  const bare = { ...root, ...(Object.keys(meta).length > 0 && { meta }) };
  const vocabulary = isObject(redress) ? withoutPublication(redress) : {};
  if (id === rootId && isObject(redress)) return ok(withFindings({ ...vocabulary, machine: withoutInvokeIds(bare) }));
  const { machine, events, delays } = readStates(config, language);
  const name = typeof id === 'string' && id !== rootId && id.trim() !== '' ? id : 'XState';
  return ok(withFindings({ ...emptyVocabulary({ [language]: name }), ...vocabulary, events, delays, machine }));
}

function withFindings(definition: JsonObject): ImportedConfig {
  return { definition, findings: isObject(definition.machine) ? foreignParts(definition.machine) : [] };
}

/** Only the server says that something was published. */
function withoutPublication({ published: _, machine: __, ...vocabulary }: JsonObject): JsonObject {
  return vocabulary;
}

/** An invocation that is named by its step is named so by every compile. */
function withoutInvokeIds(node: JsonObject): JsonObject {
  const members = Object.entries(node).map(([key, value]): [string, Json] => {
    if (key === 'invoke' && isObject(value) && value.id === node.id) {
      const { id: _, ...unnamed } = value;
      return [key, unnamed];
    }
    if (key !== 'states' || !isObject(value)) return [key, value];
    return [key, Object.fromEntries(Object.entries(value).map(([id, state]) => [id, isObject(state) ? withoutInvokeIds(state) : state]))];
  });
  return Object.fromEntries(members);
}

const emptyVocabulary = (title: { readonly [language: string]: string }): JsonObject => ({
  format: 1,
  id: 'imported',
  kind: 'general',
  title,
  languages: Object.keys(title),
  roles: {},
  data: {},
  forms: {},
  events: {},
  delays: {},
  clocks: {},
  letters: {},
});
