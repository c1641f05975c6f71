import type { Pack } from '../check/rule.ts';
import { iso10001 } from './iso-10001/pack.ts';
import { iso10002 } from './iso-10002/pack.ts';
import { iso10003 } from './iso-10003/pack.ts';
import { iso10004 } from './iso-10004/pack.ts';
import { structure } from './structure/pack.ts';

/** Every pack of rules, those first without which the others mean little. `rows.json` lists each rule, and what is not yet whole about it. */
export const packs: readonly Pack[] = [structure, iso10002, iso10003, iso10001, iso10004];
