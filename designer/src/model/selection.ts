import type { DesignDocument } from './document.ts';
import { fieldsOf } from './loose-json.ts';
import { placesOf } from './places.ts';
import { sections } from './property-commands.ts';
import { rowAt } from './rows.ts';

/** Of what was chosen what is still there: steps, rows by address, notes, scenarios and written reasons, members of a section. */
export function stillThere(document: DesignDocument, chosen: readonly string[]): readonly string[] {
  const places = placesOf(document.definition);
  const kept = chosen.filter((id) => {
    if (id === '' || places.has(id)) return true;
    if (id.startsWith('note:')) return id.slice('note:'.length) in fieldsOf(document.layout.notes);
    if (id.startsWith('scenario:')) return Object.hasOwn(fieldsOf(document.scenarios.scripts), id.slice('scenario:'.length));
    if (id.startsWith('gap:')) return Object.hasOwn(fieldsOf(document.scenarios.gaps), id.slice('gap:'.length));
    if (id.includes('/')) return rowAt(document.definition, places, id) !== undefined;
    const section = Object.entries(sections).find(([word]) => id.startsWith(`${word}:`));
    return section !== undefined && id.slice(section[0].length + 1) in fieldsOf(document.definition[section[1]]);
  });
  return kept.length === chosen.length ? chosen : kept;
}
