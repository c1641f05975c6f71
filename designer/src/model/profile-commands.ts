import { ok, type Result, refuse } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes, Sentence } from './command.ts';
import { isFields, memberOf, setWords } from './loose-json.ts';

/** Which standard a procedure follows. */
export const procedureKinds = ['complaint', 'escalation', 'dispute', 'code', 'satisfaction', 'general'] as const;
export type ProcedureKind = (typeof procedureKinds)[number];
export const procedureChannels = ['web', 'email', 'phone', 'letter', 'in-person', 'shop', 'chat', 'message', 'representative'] as const;
export const retentionStarts = ['closed', 'received', 'filed'] as const;
export const retentionEnds = ['anonymise', 'delete'] as const;

/** What a procedure says of itself as a whole, for the standards and the public. */
export interface ProfilePayloads {
  readonly 'kind.set': { readonly kind: ProcedureKind };
  readonly 'channels.set': { readonly channels: readonly string[] };
  /** Something on the public page: made from the procedure, in own words, or not at all. */
  readonly 'publish.set': { readonly word: string; readonly how: 'generated' | 'own' | 'nothing' };
  readonly 'publish.text': { readonly word: string; readonly language: string; readonly words: string };
  /** How long records stay; what is not given stays as it is. */
  readonly 'retention.set': {
    readonly period?: string;
    readonly from?: (typeof retentionStarts)[number];
    readonly then?: (typeof retentionEnds)[number];
  };
  readonly 'retention.remove': object;
  readonly 'retention.text': { readonly language: string; readonly words: string };
  /** A measure, without a target yet. */
  readonly 'kpi.add': { readonly kpi: string; readonly unit: string; readonly per: string };
  readonly 'kpi.remove': { readonly kpi: string };
  /** One target at most: the other side goes. */
  readonly 'kpi.target': { readonly kpi: string; readonly side: 'atLeast' | 'atMost'; readonly value?: number };
  /** Procedures that belong to this one although it does not start them. */
  readonly 'links.set': { readonly links: readonly string[] };
  /** The policy that it carries out, and its version. */
  readonly 'policy.set': { readonly policy?: { readonly id: string; readonly version: string } };
}

export const profileRecipes: Recipes<ProfilePayloads> = {
  'kind.set': (drawing, { kind }) => {
    drawing.definition.kind = kind;
    return done('edit.kind-set', 'kind');
  },
  'channels.set': (drawing, { channels }) => {
    setWords(drawing.definition, 'channels', channels);
    return done('edit.channels-set', 'channels');
  },

  'publish.set': (drawing, { word, how }) => {
    if (how === 'nothing') removeFrom(drawing, 'publishes', word);
    else if (how === 'generated') memberOf(drawing.definition, 'publishes')[word] = 'generated';
    else if (!isFields(memberOf(drawing.definition, 'publishes')[word])) memberOf(drawing.definition, 'publishes')[word] = {};
    return done('edit.publish-set', `publishes ${word}`);
  },
  'publish.text': (drawing, { word, language, words }) => {
    const text = memberOf(memberOf(drawing.definition, 'publishes'), word);
    if (words === '') delete text[language];
    else text[language] = words;
    return done('edit.publish-set', `publishes ${word} ${language}`);
  },

  'retention.set': (drawing, parts) => {
    const retention = memberOf(drawing.definition, 'retention');
    // biome-ignore lint/suspicious/noThenProperty: the format's own word, in a value that nothing awaits
    Object.assign(retention, { period: 'P6Y', from: 'closed', then: 'anonymise', ...retention, ...parts });
    return done('edit.retention-set', `retention ${Object.keys(parts).join(' ')}`);
  },
  'retention.remove': (drawing) => {
    delete drawing.definition.retention;
    return done('edit.retention-set', 'retention');
  },
  'retention.text': (drawing, { language, words }) => {
    if (!isFields(drawing.definition.retention)) return refuse({ code: 'no-such-place', at: '/retention' });
    const text = memberOf(drawing.definition.retention, 'text');
    if (words === '') delete text[language];
    else text[language] = words;
    if (Object.keys(text).length === 0) delete drawing.definition.retention.text;
    return done('edit.retention-set', `retention text ${language}`);
  },

  'kpi.add': (drawing, { kpi, unit, per }) => {
    const kpis = memberOf(drawing.definition, 'kpis');
    if (Object.hasOwn(kpis, kpi)) return refuse({ code: 'nothing-to-do' });
    kpis[kpi] = { unit, per };
    return done('edit.kpi-set', `kpis ${kpi}`);
  },
  'kpi.remove': (drawing, { kpi }) => {
    removeFrom(drawing, 'kpis', kpi);
    return done('edit.kpi-set', `kpis ${kpi}`);
  },
  'kpi.target': (drawing, { kpi, side, value }) => {
    const found = memberOf(drawing.definition, 'kpis')[kpi];
    if (!isFields(found)) return refuse({ code: 'no-such-place', at: `/kpis/${kpi}` });
    delete found[side === 'atLeast' ? 'atMost' : 'atLeast'];
    if (value === undefined) delete found[side];
    else found[side] = value;
    return done('edit.kpi-set', `kpis ${kpi} ${side}`);
  },

  'links.set': (drawing, { links }) => {
    setWords(drawing.definition, 'links', links);
    return done('edit.links-set', 'links');
  },
  'policy.set': (drawing, { policy }) => {
    if (policy === undefined) delete drawing.definition.policy;
    else Object.assign(memberOf(drawing.definition, 'policy'), policy);
    return done('edit.policy-set', 'policy');
  },
};

/** Out of a section, which goes with its last member. */
function removeFrom({ definition }: Drawing, section: 'publishes' | 'kpis', member: string): void {
  const found = definition[section];
  if (!isFields(found)) return;
  delete found[member];
  if (Object.keys(found).length === 0) delete definition[section];
}

const done = (id: Sentence['id'], target: string): Result<Done, EditRefusal> => ok({ words: { id, facts: {} }, target });
