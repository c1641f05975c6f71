import type { Action, Definition } from '@redress/engine';
import { namesOf } from './role-names.ts';

/** What each role and each party is told: a letter to a role is one to its party as well. */
export type Told = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads what the letters of actions tell, and what they file. A paragraph with a condition tells nobody anything for sure. */
export class LetterReader {
  readonly #definition: Definition;
  constructor(definition: Definition) {
    this.#definition = definition;
  }

  of(actions: readonly Action[] | undefined): { readonly told: Told; readonly records: ReadonlySet<string> } {
    const letters = (actions ?? []).flatMap((action) => {
      if (action.type === 'letter') return [this.letter(action.params.letter, action.params.to)];
      const extension =
        action.type === 'clock' && action.params.do === 'extend' ? this.#definition.clocks[action.params.clock]?.extension : undefined;
      return extension ? [this.letter(extension.letter, undefined)] : [];
    });
    const recorded = (actions ?? []).flatMap((action) => (action.type === 'record' ? [action.params.record] : []));
    return { told: toldOf(letters.map(({ told }) => told)), records: new Set([...recorded, ...letters.flatMap(({ records }) => records)]) };
  }

  letter(id: string, to: readonly string[] | undefined): { readonly told: Told; readonly records: readonly string[] } {
    const letter = this.#definition.letters[id];
    const contents = (letter?.blocks ?? []).flatMap((block) => (block.when ? [] : (block.tells ?? [])));
    const roles = to ?? letter?.to ?? [];
    const names = new Set(roles.flatMap((role) => [...namesOf(role, this.#definition), this.#definition.roles[role]?.party ?? role]));
    return { told: new Map([...names].map((name) => [name, new Set(contents)])), records: letter?.records ?? [] };
  }
}

export function toldOf(parts: readonly Told[]): Told {
  const told = new Map<string, Set<string>>();
  for (const part of parts) for (const [who, contents] of part) told.set(who, new Set([...(told.get(who) ?? []), ...contents]));
  return told;
}

/** What everybody is told both times. */
export const toldInCommon = (one: Told, other: Told): Told =>
  new Map([...one].map(([who, contents]) => [who, new Set([...contents].filter((each) => other.get(who)?.has(each)))]));
