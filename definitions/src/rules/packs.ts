import type { Pack } from '../check/rule.ts';
import { iso10002 } from './iso-10002/pack.ts';
import { iso10003 } from './iso-10003/pack.ts';
import { structure } from './structure/pack.ts';

/** Every pack of rules that is built, those first without which the others mean little. `rows.json` lists what is not built yet as well. */
export const packs: readonly Pack[] = [structure, iso10002, iso10003];
