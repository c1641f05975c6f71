import { copyPlainJson, ok, refuse } from '@redress/engine';
import { sectionOf } from './clipboard-copy.ts';
import type { Drawing, Recipes } from './command.ts';
import { same } from './differences.ts';
import { stepIn, wantStep } from './drawing.ts';
import { copyOf, type Draft, fieldsOf, isFields, memberOf } from './loose-json.ts';
import { freeId, type IdRealm } from './new-id.ts';
import { mayTakeWays, pasteWays } from './paste-ways.ts';
import { allPlaces, placesOf } from './places.ts';
import { sections } from './property-commands.ts';
import { type NameKind, type Rename, renameInMember, renameInState } from './references.ts';
import { holderIn, placeIn } from './step-commands.ts';

export interface ClipboardPayloads {
  /**
   * A piece as `copyPiece` wrote it, into a stage (empty: the procedure), before a sibling or last. Nobody placed it there: only what is inside it
   * stays where it was. Ways as `copyWays` wrote them go onto the step `onto`, behind those that it has.
   */
  readonly 'clipboard.paste': {
    readonly text: string;
    readonly into?: string;
    readonly before?: string;
    readonly onto?: string;
  };
}

const textMost = 1_048_576;

export const clipboardRecipes: Recipes<ClipboardPayloads> = {
  'clipboard.paste': (drawing, { text, into = '', before, onto = into }) => {
    const piece = readPiece(text);
    if (!piece) return refuse({ code: 'not-ours' });
    const holder = piece.ways ? wantStep(drawing, onto) : holderIn(drawing, into);
    if (!holder.ok) return holder;
    const rename = renamesFor(drawing, piece);
    const chosen: string[] = [];
    if (piece.ways && !mayTakeWays(drawing, onto, piece.steps.ways)) return refuse({ code: 'not-here', element: onto });
    for (const [section, members] of Object.entries(piece.needs)) {
      const known = memberOf(drawing.definition, section);
      for (const [id, member] of Object.entries(fieldsOf(members))) {
        const name = rename(kindOf(section), id);
        if (name in known || !isFields(member)) continue;
        renameInMember(member, rename);
        known[name] = member;
      }
    }
    if (piece.ways) {
      const bare = memberOf(piece.steps, 'ways');
      renameInState(bare, rename);
      chosen.push(...pasteWays(drawing, onto, bare));
      return ok({ words: { id: 'edit.paste-ways', facts: { count: chosen.length } }, target: chosen.join(' '), chosen });
    }
    for (const [id, state] of Object.entries(piece.steps)) {
      if (!isFields(state)) continue;
      renameInState(state, rename);
      const name = rename('step', id);
      placeIn(drawing, into, { id: name, state, before });
      chosen.push(name);
    }
    for (const [id, spot] of Object.entries(piece.spots)) {
      const name = rename('step', id);
      if (!isFields(spot) || !stepIn(drawing, name)) continue;
      const { x, y, ...size } = spot;
      memberOf(drawing.layout, 'steps')[name] = id in piece.steps ? size : spot;
    }
    return ok({ words: { id: 'edit.paste', facts: { count: chosen.length } }, target: chosen.join(' '), chosen });
  },
};

interface OpenPiece {
  readonly ways: boolean;
  readonly from: unknown;
  readonly steps: Draft;
  readonly spots: Draft;
  readonly needs: Draft;
}

/** Text from the clipboard can be anything: it is measured, parsed and copied before it is believed. */
function readPiece(text: string): OpenPiece | undefined {
  if (text.length > textMost) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const plain = copyPlainJson(json);
  if (!plain.ok) return undefined;
  const piece = fieldsOf(copyOf(plain.value));
  const { redress, format, from, steps, spots, needs, ways } = piece;
  if (redress !== 'piece' || format !== 1 || !isFields(steps) || !isFields(needs)) return undefined;
  const known: readonly string[] = Object.values(sections);
  const wanted = Object.fromEntries(Object.entries(needs).filter(([section]) => known.includes(section)));
  delete steps['']; // As in a draft: nothing could name it.
  return Object.values(steps).some(isFields)
    ? { ways: ways === true, from, steps, spots: isFields(spots) ? spots : {}, needs: wanted }
    : undefined;
}

const kindOf = (section: string): NameKind => {
  const kinds = Object.keys(sections).filter((kind) => isNameKind(kind));
  return kinds.find((kind) => sectionOf(kind) === section) ?? 'field';
};
const isNameKind = (kind: string): kind is NameKind & keyof typeof sections => Object.hasOwn(sections, kind);

/** New names where the old ones are taken by something else; what is the same in both procedures stays one. */
function renamesFor(drawing: Drawing, piece: OpenPiece): Rename {
  const names = new Map<string, string>();
  const key = (kind: NameKind, name: string) => `${kind} ${name}`;
  const rename: Rename = (kind, name) => names.get(key(kind, name)) ?? name;
  const given = new Set<string>();
  const give = (kind: NameKind, realm: IdRealm, name: string): void => {
    const id = freeId(drawing, realm, name, given);
    names.set(key(kind, name), id);
    given.add(id);
  };
  const inside = allPlaces({ machine: { states: piece.steps } }).map(({ id }) => id);
  for (const id of inside) give('step', 'steps', id);
  if (piece.from !== drawing.definition.id) openOutside(drawing, piece, { inside, give: (id) => give('step', 'steps', id) });
  // A member that is the same but names something that has a new name is another one, too: until nothing changes.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [section, members] of Object.entries(piece.needs)) {
      for (const [id, member] of Object.entries(fieldsOf(members))) {
        const kind = kindOf(section);
        if (names.has(key(kind, id)) || !isFields(member)) continue;
        const there = fieldsOf(drawing.definition[section])[id];
        const mine = copyOf(member);
        renameInMember(mine, rename);
        const isGone = fieldsOf(fieldsOf(drawing.layout.retired)[section])[id] !== undefined;
        if (there === undefined ? !isGone : same(there, mine)) continue;
        give(kind, sections[kind as keyof typeof sections], id);
        changed = true;
      }
    }
  }
  return rename;
}

/** A row of another procedure must not find a step of this one because the two happen to share a name: it is open. */
function openOutside(
  drawing: Drawing,
  piece: OpenPiece,
  { inside, give }: { inside: readonly string[]; give: (id: string) => void },
): void {
  const there = placesOf(drawing.definition);
  const seen = new Set(inside);
  const look: Rename = (kind, name) => {
    if (kind === 'step' && !seen.has(name) && there.has(name)) {
      seen.add(name);
      give(name);
    }
    return name;
  };
  for (const state of Object.values(copyOf(piece.steps))) if (isFields(state)) renameInState(state, look);
}
