import { type Draft, type DraftState, eachRow, renamedKeys, statesIn } from './draft.ts';

/** Other ways to the same, in procedures of single kinds: what the rules ask is done elsewhere, twice, or by a step that does more. */
export const otherWays: { readonly [variant: string]: (draft: Draft) => void } = {
  'whoever approves a code checks it as well': (draft) => {
    if (draft.kind !== 'code') return;
    const { approving } = byId(draft);
    approving?.tags?.push('stage:legal-check');
    draft.forms.approval?.sections.push(...(draft.forms.legal?.sections ?? []));
    const opinion = draft.data.legalOpinion;
    if (opinion) opinion.visibleTo = Object.keys(draft.roles);
    eachRow(draft, (row) => {
      if (row.target === '#legalCheck') row.target = '#indicators';
    });
    remove(draft, 'legalCheck');
  },
  'what is not clear yet is looked into once more': (draft) => {
    const { deciding } = byId(draft);
    if (draft.id !== 'starter' || !deciding) return;
    const words = { en: 'Look again', fa: 'دوباره', pl: 'Ponownie' };
    draft.events.lookAgain = { label: words };
    draft.delays.againBy = { title: words, days: 6 };
    draft.machine.states.again = {
      id: 'again',
      meta: { title: words, maxVisits: 1 },
      tags: ['stage:investigation'],
      invoke: { src: 'task', input: { role: 'handler', form: 'examination', excludes: ['subject'] } },
      on: { examined: [{ target: '#deciding' }] },
      after: {
        update: [{ actions: [{ type: 'letter', params: { letter: 'progress' } }] }],
        againBy: [{ target: '#deciding', actions: [{ type: 'letter', params: { letter: 'late' } }] }],
      },
    };
    deciding.on = { ...deciding.on, lookAgain: [{ target: '#again' }, { target: '#externalOffer' }] };
  },
  'yes is called satisfied': ({ events }) => {
    for (const event of Object.values(events)) if (event.act === 'accept') event.act = 'satisfied';
  },
  'what sends work back has a name of its own': (draft) => {
    const names: { readonly [event: string]: string } = {
      notClear: 'faultsFound',
      sendBack: 'askForMore',
      rework: 'tryAgain',
      notValid: 'doubtful',
    };
    const name = (event: string): string => names[event] ?? event;
    draft.events = renamedKeys(draft.events, name);
    for (const state of statesIn(draft.machine)) if (state.on) state.on = renamedKeys(state.on, name);
  },
  'staff hear of the text when it is approved': (draft) => {
    if (draft.kind !== 'code') return;
    const { training, approving } = byId(draft);
    const told = training?.entry;
    if (!told || !approving?.on?.approve?.[0]) return;
    delete training.entry;
    approving.on.approve[0].actions = told;
  },
  'a late draft goes back to those concerned': (draft) => {
    const [late] = byId(draft).redrafting?.after?.reviseBy ?? [];
    if (draft.kind === 'code' && late) late.target = '#gathering';
  },
  'going on plans the round anew': (draft) => {
    const [on] = byId(draft).reviewing?.on?.goOn ?? [];
    if (draft.kind === 'satisfaction' && on) on.target = '#methods';
  },
  'what nobody validated is analysed again': (draft) => {
    const [planned] = byId(draft).reanalysing?.on?.analysed ?? [];
    if (draft.kind === 'satisfaction' && planned) planned.target = '#preparing';
  },
  'one review keeps away somebody who has a part in the procedure': (draft) => {
    const { level2 } = byId(draft);
    if (draft.kind === 'escalation' && level2?.invoke?.src === 'task') level2.invoke.input.excludes?.push('topManagement');
  },
  'the letter about carrying it out tells the terms alone': (draft) => {
    const [, terms, date] = draft.letters.implementation?.blocks ?? [];
    if (draft.kind === 'dispute' && terms && date) draft.letters.implementation?.blocks.splice(2, 1);
  },
  'that it is not ours is told by a letter step': (draft) => {
    if (draft.kind !== 'complaint') return;
    const ways = statesIn(draft.machine)
      .flatMap(({ on }) => Object.values(on ?? {}).flat())
      .filter(({ target }) => target === '#redirected');
    const [letter] = ways.flatMap(({ actions }) => (actions ?? []).flatMap((each) => (each.type === 'letter' ? [each] : [])));
    const late = Object.keys(draft.letters).find((id) => draft.letters[id]?.blocks.some(({ tells }) => tells?.includes('delay-reason')));
    if (!letter || late === undefined) return;
    const words = { en: 'Not ours', fa: 'به ما مربوط نیست', pl: 'Nie do nas' };
    for (const way of ways) {
      way.target = '#tellingNo';
      way.actions = way.actions?.filter((each) => each !== letter && each.type !== 'letter') ?? [];
    }
    draft.delays.tellNoBy = { title: words, days: 2 };
    draft.machine.states.tellingNo = {
      id: 'tellingNo',
      meta: { title: words, owner: Object.keys(draft.roles).find((role) => draft.roles[role]?.party === 'organisation') ?? '' },
      invoke: {
        src: 'letter',
        input: { letter: letter.params.letter },
        onDone: [{ target: '#redirected' }],
        onError: [{ target: '#redirected', actions: [letter] }],
      },
      after: { tellNoBy: [{ target: '#redirected', actions: [letter, { type: 'letter', params: { letter: late } }] }] },
    };
  },
  'whoever complains may go outside while the reply is under way': (draft) => {
    const steps = byId(draft);
    if (!draft.events.goExternal || !steps.externalOffer) return;
    for (const state of Object.values(steps))
      if (state?.tags?.includes('stage:response') && state.invoke?.src === 'letter')
        state.on = { ...state.on, goExternal: [{ target: '#externalOffer', meta: { by: ['complainant'] } }] };
  },
  'two tracks carry out what was agreed': (draft) => {
    const { carryingOut, implementing } = byId(draft);
    if (draft.kind !== 'dispute' || !carryingOut?.states || !implementing) return;
    const words = { en: 'Both', fa: 'هر دو', pl: 'Oba' };
    const copyOf = (id: string) => JSON.parse(JSON.stringify(implementing).replaceAll('"implementing"', `"${id}"`));
    const track = (id: string, step: string, event: string) => ({
      id,
      meta: { title: words },
      initial: step,
      states: {
        [step]: { ...copyOf(step), on: { [event]: [{ target: `#${id}Over` }] } },
        [`${id}Over`]: { id: `${id}Over`, type: 'final' as const, meta: { title: words } },
      },
    });
    draft.events.apologised = { label: words, act: 'done' };
    delete carryingOut.states.implementing;
    carryingOut.initial = 'both';
    carryingOut.states.both = {
      id: 'both',
      type: 'parallel',
      meta: { title: words },
      states: { pay: track('pay', 'paying', 'done'), sorry: track('sorry', 'apologising', 'apologised') },
      onDone: [{ target: '#verifying' }],
    };
    eachRow(draft, (row) => {
      if (row.target === '#implementing') row.target = '#both';
    });
  },
  'measuring may be given up while nothing is asked': (draft) => {
    const { monitoring } = byId(draft);
    if (draft.kind !== 'satisfaction' || !monitoring) return;
    const words = { en: 'Given up', fa: 'رها شد', pl: 'Zaniechane' };
    draft.machine.states.givenUp = { id: 'givenUp', type: 'final', tags: ['outcome:abandoned'], meta: { title: words } };
    monitoring.on = { ...monitoring.on, stop: [{ target: '#givenUp', meta: { by: ['topManagement'] } }] };
  },
  'the outside body reports what was signed': (draft) => {
    const [signed] = byId(draft).settlement?.on?.signed ?? [];
    if (draft.kind === 'dispute' && signed) signed.meta = { ...signed.meta, by: ['facilitator'] };
  },
};

const byId = ({ machine }: Draft): { readonly [id: string]: DraftState | undefined } =>
  Object.fromEntries(statesIn(machine).map((state) => [state.id, state]));

function remove({ machine }: Draft, id: string): void {
  for (const { states } of [machine, ...statesIn(machine)]) if (states) delete states[id];
}
