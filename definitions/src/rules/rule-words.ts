import type { Text } from '@redress/engine';
import iso10001 from './iso-10001/words.json' with { type: 'json' };
import iso10002 from './iso-10002/words.json' with { type: 'json' };
import iso10003 from './iso-10003/words.json' with { type: 'json' };
import iso10004 from './iso-10004/words.json' with { type: 'json' };
import structure from './structure/words.json' with { type: 'json' };

/** What a rule asks for, and what is wrong and how to repair it where it fails; `{state}` and the like are the facts of the failure. */
export interface RuleWords {
  readonly requirement: Text;
  readonly message: Text;
}

/** The words of every rule, by its id. */
export const ruleWords: ReadonlyMap<string, RuleWords> = new Map(
  Object.entries({ ...structure, ...iso10002, ...iso10003, ...iso10001, ...iso10004 }),
);
