import { ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { type Draft, fieldsOf, isFields, memberOf, setWords, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { usesOf } from './uses.ts';

/** Whom somebody in a role belongs to. */
export const parties = ['organisation', 'complainant', 'provider', 'customer'] as const;
export type Party = (typeof parties)[number];
/** Fields of the case that say who holds a role, and where one outside is written to. */
export const roleFields = ['heldBy', 'addressedBy'] as const;
export type RoleField = (typeof roleFields)[number];

export interface RolePayloads {
  readonly 'role.add': { readonly title: Text; readonly party: Party };
  /** Only one that nothing names. */
  readonly 'role.remove': { readonly role: string };
  readonly 'role.party': { readonly role: string; readonly party: Party };
  /** Not part of the organisation, and not paid by the result. */
  readonly 'role.independent': { readonly role: string; readonly independent: boolean };
  /** What somebody must be able to do, in words of the standards. */
  readonly 'role.competence': { readonly role: string; readonly words: readonly string[] };
  readonly 'role.field': { readonly role: string; readonly which: RoleField; readonly field?: string };
}

export const roleRecipes: Recipes<RolePayloads> = {
  'role.add': (drawing, { title, party }) => {
    const role = newId(drawing, 'roles', title, 'role');
    memberOf(drawing.definition, 'roles')[role] = { title: { ...title }, party };
    return done(drawing, 'edit.role-add', role, '', [`role:${role}`]);
  },

  'role.remove': (drawing, { role }) => {
    const found = roleIn(drawing, role);
    if (!found.ok) return found;
    const uses = usesOf(drawing.definition, 'role', role);
    if (uses.length > 0) return refuse({ code: 'in-use', element: `role:${role}`, uses });
    const words = done(drawing, 'edit.role-remove', role, '', ['']);
    delete memberOf(drawing.definition, 'roles')[role];
    return words;
  },

  'role.party': (drawing, { role, party }) => {
    const found = roleIn(drawing, role);
    if (!found.ok) return found;
    found.value.party = party;
    return done(drawing, 'edit.role-party', role, 'party');
  },

  'role.independent': (drawing, { role, independent }) => {
    const found = roleIn(drawing, role);
    if (!found.ok) return found;
    if (independent) found.value.independent = true;
    else delete found.value.independent;
    return done(drawing, 'edit.role-independent', role, 'independent');
  },

  'role.competence': (drawing, { role, words }) => {
    const found = roleIn(drawing, role);
    if (!found.ok) return found;
    setWords(found.value, 'competence', words);
    return done(drawing, 'edit.role-competence', role, 'competence');
  },

  'role.field': (drawing, { role, which, field }) => {
    const found = roleIn(drawing, role);
    if (!found.ok) return found;
    if (field === undefined) delete found.value[which];
    else if (isFields(fieldsOf(drawing.definition.data)[field])) found.value[which] = field;
    else return refuse({ code: 'no-such-element', element: `field:${field}` });
    return done(drawing, which === 'heldBy' ? 'edit.role-held' : 'edit.role-addressed', role, which);
  },
};

function roleIn(drawing: Drawing, role: string): Result<Draft, EditRefusal> {
  const { roles } = drawing.definition;
  const found = isFields(roles) && Object.hasOwn(roles, role) ? roles[role] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `role:${role}` });
}

type RoleWords =
  | 'edit.role-add'
  | 'edit.role-remove'
  | 'edit.role-party'
  | 'edit.role-independent'
  | 'edit.role-competence'
  | 'edit.role-held'
  | 'edit.role-addressed';
function done(drawing: Drawing, id: RoleWords, role: string, part: string, chosen?: readonly string[]): Result<Done, EditRefusal> {
  const title = textOf(fieldsOf(fieldsOf(drawing.definition.roles)[role]).title);
  const name = Object.keys(title).length > 0 ? title : role;
  return ok({ words: { id, facts: { name } }, target: `role:${role} ${part}`, ...(chosen ? { chosen } : {}) });
}
