import type { Speaker } from './office-speaker.ts';

interface State {
  invoke: { input: { excludes: readonly string[] } };
  meta: { title: object };
  on: Record<string, unknown>;
}
interface Document {
  machine: { states: { secondLevel: { states: Record<string, State | object> } } };
  events: Record<string, object>;
  delays: Record<string, { days?: number }>;
}

/** What people typed there. */
export const saidInReview = [
  'Who is somebody new in a small team?',
  'Complainants asked for a second reading before the answer goes out.',
  'Review by somebody new',
  'بازنگری به دست کسی تازه',
  'Ponowne rozpatrzenie przez kogoś nowego',
  'Second reading',
  'خواندن دوم',
  'Drugie czytanie',
  'Read',
  'خوانده شد',
  'Przeczytano',
] as const;
const [question, why] = saidInReview;

/** The escalation with a step more, a step less, a longer limit, another name and one exclusion less; in review, with a comment. */
export async function reviewedDraft(speak: Speaker): Promise<void> {
  const { document } = await speak('GET', '/definitions/escalation/versions/1');
  const draft = JSON.parse(JSON.stringify(document)) as Document;
  const { states } = draft.machine.states.secondLevel;
  const level2 = states.level2 as State;
  level2.meta.title = { en: 'Review by somebody new', fa: 'بازنگری به دست کسی تازه', pl: 'Ponowne rozpatrzenie przez kogoś nowego' };
  level2.invoke.input.excludes = level2.invoke.input.excludes.filter((role) => role !== 'investigator');
  const { needInfo: _, ...on } = level2.on;
  level2.on = { ...on, decide: [{ target: '#checking' }] };
  const { l2Info: __, ...others } = states;
  draft.machine.states.secondLevel.states = {
    ...others,
    checking: {
      id: 'checking',
      meta: { title: { en: 'Second reading', fa: 'خواندن دوم', pl: 'Drugie czytanie' } },
      invoke: { src: 'task', input: { role: 'seniorManager' } },
      on: { read: [{ target: '#l2Response' }] },
    },
  };
  draft.events.read = { label: { en: 'Read', fa: 'خوانده شد', pl: 'Przeczytano' } };
  draft.delays.reviewBy = { ...draft.delays.reviewBy, days: 15 };
  const saved = await speak('PUT', '/definitions/escalation/draft', { document: draft }, 0);
  await speak('POST', '/definitions/escalation/draft/comments', { element: 'level2', text: question });
  await speak('POST', '/definitions/escalation/draft/submission', { why }, Number(saved.revision));
}
