import type { Entry } from '../model/entry.ts';
import { isFields } from '../model/loose-json.ts';
import type { Patch } from '../model/patch.ts';

/** An entry as another window sent it, or nothing if it is none that this window understands: then the whole draft is read instead. */
export function readEntry(json: unknown): Entry | undefined {
  if (!isFields(json) || typeof json.id !== 'string' || typeof json.by !== 'string' || typeof json.at !== 'number') return undefined;
  if (!isFields(json.words) || typeof json.words.id !== 'string' || !isFields(json.words.facts)) return undefined;
  if (!isFields(json.touches) || !['changed', 'removed', 'moved', 'leansOn'].every((part) => isWords(json.touches, part))) return undefined;
  if (!Array.isArray(json.patches) || !json.patches.every(isPatch)) return undefined;
  return json as unknown as Entry;
}

function isPatch(json: unknown): json is Patch {
  if (!isFields(json) || !isPointer(json.at)) return false;
  switch (json.op) {
    case 'put':
    case 'insert':
      return json.value !== undefined;
    case 'add':
      return json.value !== undefined && isBetween(json.between);
    case 'remove':
      return true;
    case 'move':
      return isPointer(json.from) && isBetween(json.between);
    default:
      return false;
  }
}

const isPointer = (value: unknown): boolean => typeof value === 'string' && /^\/(definition|layout|scenarios)(\/|$)/.test(value);
const isBetween = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((one) => one === null || typeof one === 'string');
const isWords = (touches: unknown, part: string): boolean => {
  const list: unknown = isFields(touches) ? touches[part] : undefined;
  return Array.isArray(list) && list.every((word) => typeof word === 'string');
};
