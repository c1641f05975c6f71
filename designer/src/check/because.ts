import { isolated } from '../language/isolated.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { CheckedRule } from './checked-draft.ts';
import { addressIn, partAt, type SpeakingOfDraft, wayAt, wayName } from './speaking.ts';

/** Why there is no plain yes or no; nothing of a rule that holds or fails. */
export function openWords({ verdict, proved, bound }: CheckedRule, speaking: SpeakingOfDraft): string | undefined {
  const { say } = speaking;
  if (verdict === 'not-decided') return boundWords(bound ?? '', speaking);
  if (verdict === 'vacuous') return say('check.vacuous-why');
  if (verdict === 'needs-person') return say(proved === 'records' ? 'check.person.records' : 'check.person.attestation');
  return undefined;
}

/** What proves a rule: each place once, by its address and its name. Empty where it is the procedure as a whole. */
export function provingPlaces(
  { proof }: CheckedRule,
  speaking: SpeakingOfDraft,
): readonly { readonly at: string; readonly name: string }[] {
  const elements = new Map(proof.map((element) => [addressIn(speaking.tree, element), element] as const));
  return [...elements].flatMap(([at, element]) => (at === '' ? [] : [{ at, name: elementName(element, at, speaking) }]));
}

/** The name of an element by its address in a verdict. */
export const placeName = (element: string, speaking: SpeakingOfDraft): string =>
  elementName(element, addressIn(speaking.tree, element), speaking);

function elementName(element: string, at: string, speaking: SpeakingOfDraft): string {
  const { tree, say, text } = speaking;
  const row = wayAt(speaking, element);
  return row ? wayName(speaking, row) : (partAt(speaking, at) ?? isolated(nameOf(tree.byId.get(at), say, text)));
}

/** Which bound was hit, and how to get an answer nevertheless. */
function boundWords(bound: string, { say, procedureName }: SpeakingOfDraft): string {
  const [kind, process = ''] = bound.split(' ');
  if (kind === 'unknown') return say('check.bound.unknown', { process: isolated(procedureName(process)) });
  return say(kind === 'positions' || kind === 'microsteps' || kind === 'formula' ? `check.bound.${kind}` : 'check.bound.answers');
}
