import type { Property } from '../check/property.ts';
import type { Failure } from '../check/verdict.ts';
import { copyOf, type Draft, rowsIn, spotOf, spots } from './draft.ts';
import type { Edit } from './edit.ts';
import { addRoles, askCompetence, declare, link, measure, openChannels, publish, restrict } from './standing.ts';

/** What stands around the machine, and limits that a step carries itself. */
export function around(property: Property, { element, facts }: Failure): readonly Edit[] {
  const names = Array.isArray(facts.missing) ? facts.missing.map(String) : [];
  const one = (act: Edit['act'], write: (draft: Draft) => boolean): readonly Edit[] => [{ act, facts, write }];
  switch (property.form) {
    case 'publishes':
      return one('publish', (draft) => publish(draft, names));
    case 'kpi':
      return one('measure', (draft) => measure(draft, names));
    case 'linked':
      return one('link', (draft) => link(draft, names));
    case 'roles':
      return one('role', (draft) => addRoles(draft, names));
    case 'channels':
      return one('channels', (draft) => openChannels(draft, facts));
    case 'declares':
      return one(property.what, (draft) => declare(draft, property.what));
    case 'competence':
      return one('competence', (draft) => askCompetence(draft, String(facts.role)));
    case 'privacy':
      return one('restrict', (draft) => restrict(draft, String(facts.field)));
    case 'loops':
      return (Array.isArray(facts.cycle) ? facts.cycle.map(String) : []).map((step) => limited(step));
    case 'no-dead':
      return [{ act: 'remove', facts: { state: element }, write: (draft) => removed(draft, element) }];
    case 'branches':
      return one('otherwise', (draft) => otherwise(draft, String(facts.state), String(facts.event)));
    default:
      return [];
  }
}

/** Twice is enough for a second look; the owner of the process may write another number. */
const limited = (step: string): Edit => ({
  act: 'limit',
  facts: { state: step, times: 2 },
  write: (draft) => {
    const meta = spotOf(draft, step)?.state.meta;
    if (!meta) return false;
    meta.maxVisits = 2;
    return true;
  },
});

/** Only what nothing leads to any more, inside or outside. */
function removed(draft: Draft, step: string): boolean {
  const spot = spotOf(draft, step);
  if (!spot || spot.state.states) return false;
  const rows = [
    ...Object.values(draft.machine.on ?? {}).flat(),
    ...spots(draft).flatMap(({ state }) => (state.id === step ? [] : rowsIn(state))),
  ];
  if (rows.some(({ target }) => target === `#${step}`)) return false;
  const key = Object.keys(spot.beside).find((each) => spot.beside[each] === spot.state);
  if (key === undefined || Object.keys(spot.beside).length === 1) return false;
  delete spot.beside[key];
  return true;
}

/** What no condition takes goes where the last of them goes. */
function otherwise(draft: Draft, step: string, event: string): boolean {
  const rows = spotOf(draft, step)?.state.on?.[event];
  const last = rows?.at(-1);
  if (!rows || !last) return false;
  const { guard: _, ...rest } = copyOf(last);
  rows.push(rest);
  return true;
}
