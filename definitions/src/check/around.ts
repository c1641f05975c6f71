import type { Definition, Graph } from '@redress/engine';
import { type Examined, type Found, failing, failuresMost, held, vacuous } from './examined.ts';
import { leaksOf } from './leaks.ts';
import type { Property } from './property.ts';
import { isOffice, namesOf } from './role-names.ts';
import type { Failure } from './verdict.ts';

/** Properties of what stands around the machine: no run is needed to see them. */
export function checkAround({ graph }: Examined, property: Property): Found | undefined {
  const { definition, states } = graph;
  switch (property.form) {
    case 'publishes':
      return lacking(
        '/publishes',
        property.names.filter((name) => !Object.hasOwn(definition.publishes ?? {}, name)),
      );
    case 'linked': {
      const started = [...states.values()].flatMap(({ definition: state }) =>
        state.invoke?.src === 'case' ? [state.invoke.input.definition] : [],
      );
      return lacking(
        '/links',
        property.names.filter((name) => ![...(definition.links ?? []), ...started].includes(name)),
      );
    }
    case 'kpi':
      return lacking(
        '/kpis',
        property.names.filter((name) => !hasTarget(definition, name)),
      );
    case 'roles':
      return lacking(
        '/roles',
        property.names.filter((name) => !isHeld(name, definition)),
      );
    case 'channels':
      return channels(definition, property.least);
    case 'declares':
      return lacking(`/${property.what}`, definition[property.what] === undefined ? [property.what] : []);
    case 'competence':
      return competence(definition);
    case 'privacy':
      return privacy(graph);
    default:
      return undefined;
  }
}

const lacking = (at: string, missing: readonly string[]): Found =>
  missing.length === 0 ? held([at]) : failing([{ element: at, facts: { missing: [...missing] }, path: [] }]);

const hasTarget = ({ kpis }: Definition, name: string): boolean =>
  kpis?.[name]?.atLeast !== undefined || kpis?.[name]?.atMost !== undefined;

/** Somebody of the organisation has the part that a rule calls so. */
const isHeld = (name: string, definition: Definition): boolean =>
  Object.keys(definition.roles).some((id) => isOffice(id, definition) && namesOf(id, definition).includes(name));

/** Channels that need no internet. */
const offline: ReadonlySet<string> = new Set(['phone', 'letter', 'in-person', 'shop', 'representative']);

/** Those with which the most people reach us. */
const suggested = ['phone', 'letter', 'in-person'] as const;

function channels({ channels: open = [] }: Definition, least: number): Found {
  const hasOffline = open.some((channel) => offline.has(channel));
  if (open.length >= least && hasOffline) return held(['/channels']);
  return failing([
    { element: '/channels', facts: { count: open.length, least, missing: suggested.filter((each) => !open.includes(each)) }, path: [] },
  ]);
}

/** Roles of the organisation that do something say what a person must be able to do. Whoever is only named, such as the person complained about, need not. */
function competence({ roles }: Definition): Found {
  const concerned = Object.entries(roles).filter(
    ([, { party, heldBy }]) => (party === 'organisation' || party === 'provider') && heldBy === undefined,
  );
  if (concerned.length === 0) return vacuous;
  const without = concerned.filter(([, { competence: asked }]) => (asked ?? []).length === 0);
  if (without.length === 0) return held(concerned.map(([id]) => `/roles/${id}`));
  return failing(without.map(([id]): Failure => ({ element: `/roles/${id}`, facts: { role: id }, path: [] })));
}

/** Personal fields say who reads them, the person complained about is not among them, and letters tell them to nobody else. */
function privacy(graph: Graph): Found {
  const { definition } = graph;
  const { data, roles } = definition;
  const personal = Object.entries(data).filter(([, field]) => field.personal !== undefined);
  if (personal.length === 0) return vacuous;
  const subjects = new Set(Object.keys(roles).filter((id) => namesOf(id, definition).includes('subject')));
  const open = personal.flatMap(([id, { visibleTo }]): Failure[] => {
    const wrong = visibleTo === undefined ? Object.keys(roles) : visibleTo.filter((role) => subjects.has(role));
    return wrong.length === 0 && visibleTo !== undefined ? [] : [{ element: `/data/${id}`, facts: { field: id, roles: wrong }, path: [] }];
  });
  const leaks = leaksOf(graph).map(
    ({ letter, field, roles: away }): Failure => ({
      element: `/letters/${letter}`,
      facts: { field, roles: [...away] },
      path: [],
    }),
  );
  const wrong = [...open, ...leaks];
  return wrong.length === 0 ? held(personal.map(([id]) => `/data/${id}`)) : failing(wrong.slice(0, failuresMost));
}
