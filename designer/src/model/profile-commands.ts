import { ok, type Result, refuse } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes, Sentence } from './command.ts';
import { stepIn } from './drawing.ts';
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
  /** Procedures that belong to this one although it does not start them. */
  readonly 'links.set': { readonly links: readonly string[] };
  /** The policy that it carries out, and its version. */
  readonly 'policy.set': { readonly policy?: { readonly id: string; readonly version: string } };
  /** Where people read the policy. */
  readonly 'policy.url': { readonly url?: string };
  /** What the procedure is for, in one language; empty words go, and with the last ones the whole. */
  readonly 'summary.set': { readonly language: string; readonly words: string };
  /** The calendar that counts unless a length of time names another. */
  readonly 'calendar.set': { readonly calendar: string };
  /** The step to which every round of a recurring procedure comes back; without one it has no rounds. */
  readonly 'home.set': { readonly step?: string };
  /** Data that go back to the procedure that began this one. */
  readonly 'returns.set': { readonly fields: readonly string[] };
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
    if (how === 'nothing') removePublished(drawing, word);
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

  'links.set': (drawing, { links }) => {
    setWords(drawing.definition, 'links', links);
    return done('edit.links-set', 'links');
  },
  'policy.set': (drawing, { policy }) => {
    if (policy === undefined) delete drawing.definition.policy;
    else Object.assign(memberOf(drawing.definition, 'policy'), policy);
    return done('edit.policy-set', 'policy');
  },
  'policy.url': (drawing, { url }) => {
    const { policy } = drawing.definition;
    if (!isFields(policy)) return refuse({ code: 'no-such-place', at: '/policy' });
    if (url === undefined) delete policy.url;
    else policy.url = url;
    return done('edit.policy-set', 'policy url');
  },

  'summary.set': (drawing, { language, words }) => {
    const summary = memberOf(drawing.definition, 'summary');
    if (words === '') delete summary[language];
    else summary[language] = words;
    if (Object.keys(summary).length === 0) delete drawing.definition.summary;
    return done('edit.summary-set', `summary ${language}`);
  },
  'calendar.set': (drawing, { calendar }) => {
    drawing.definition.calendar = calendar;
    return done('edit.calendar-set', 'calendar');
  },
  'home.set': (drawing, { step }) => {
    if (step === undefined) delete drawing.definition.home;
    else if (step !== '' && stepIn(drawing, step)) drawing.definition.home = step;
    else return refuse({ code: 'no-such-element', element: step });
    return done('edit.home-set', 'home');
  },
  'returns.set': (drawing, { fields }) => {
    setWords(drawing.definition, 'returns', fields);
    return done('edit.returns-set', 'returns');
  },
};

/** Out of what is published, which goes with its last text. */
function removePublished({ definition }: Drawing, word: string): void {
  const { publishes } = definition;
  if (!isFields(publishes)) return;
  delete publishes[word];
  if (Object.keys(publishes).length === 0) delete definition.publishes;
}

const done = (id: Sentence['id'], target: string): Result<Done, EditRefusal> => ok({ words: { id, facts: {} }, target });
