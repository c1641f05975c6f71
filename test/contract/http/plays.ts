import type { Operation } from '../../../runtime-api/src/http/operations.ts';
import type { Play } from './play.ts';
import { bundlePlays } from './plays-bundles.ts';
import { casePlays } from './plays-cases.ts';
import { definitionPlays } from './plays-definitions.ts';
import { peoplePlays } from './plays-people.ts';

/** For every operation a request that succeeds and one that is refused; an operation without one does not compile. */
export const plays: Readonly<Record<Operation, Play>> = { ...peoplePlays, ...definitionPlays, ...bundlePlays, ...casePlays };
