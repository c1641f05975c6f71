import { expect, test } from '@jest/globals';
import { calendars, readProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { asksOf } from '../form/asked-fields.ts';
import { draftForm } from '../forms-editor/draft-form.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { startedBy } from '../model/started-by.ts';
import { treeOf } from '../model/tree.ts';
import type { FormView } from '../server/shapes/work.ts';
import { groupsOf, nextPerson } from './offer-groups.ts';
import { sampleValues } from './sample-values.ts';
import { marksOf, nextDeadline, reachedIn } from './trial-marks.ts';
import { playTrial, type Trial } from './trial-play.ts';
import { backTo, beginning, begunBy, brokenAt, needsOthers, played, type Story, starterIn, withStep } from './trial-script.ts';

const all = ['starter', 'complaint', 'escalation', 'external-dispute'].map(readProcess);
const play = playTrial(schemas);
const at = '2026-03-02T09:00:00Z';
const words = () => 'Sample';

const settingOf = (process: string) => {
  const [drawn] = all.filter(({ id }) => id === process);
  if (!drawn) throw new Error(`no ${process}`);
  return { definitions: [drawn, ...all.filter(({ id }) => id !== process)], calendars, drawn };
};
const begun = (process: string): Story => {
  const { definitions, drawn } = settingOf(process);
  const { definition, form } = begunBy(drawn, definitions);
  const input = form === undefined ? {} : sampleValues(draftForm(definition, form), { day: '2026-03-02', words });
  return { script: beginning(definitions, { at, timeZone: 'Europe/Warsaw', input }), upTo: 0 };
};
/** As the form of the window sends them: what it does not ask now is left out. */
const answers = (form: FormView, now: string) => {
  const values = sampleValues(form, { day: now.slice(0, 10), words });
  const asked = asksOf(form)(values, now);
  return Object.fromEntries(Object.entries(values).filter(([field]) => asked.has(field)));
};
const trialOf = (process: string, story: Story): Extract<Trial, { ok: true }> => {
  const trial = play({ ...settingOf(process), script: played(story) });
  if (!trial.ok) throw new Error(JSON.stringify(trial.findings));
  return trial;
};

/** What whoever is next does, or the next deadline; nothing where the case has ended. */
function further(process: string, story: Story, before: string): { readonly story: Story; readonly person: string } | undefined {
  const { rehearsal, offers, filled } = trialOf(process, story);
  expect(rehearsal.problems).toEqual([]);
  if (rehearsal.cases[0]?.status !== 'active') return undefined;
  const person = nextPerson(offers, before);
  const [group] = groupsOf(
    offers.filter((offer) => offer.person === person && offer.possible),
    rehearsal,
  );
  const [offer] = group?.isTask ? group.offers : [];
  const next = nextDeadline(rehearsal);
  if (group && offer) {
    const definition = all.find(({ id }) => id === group.process) ?? {};
    const form = group.form === undefined ? undefined : draftForm(definition, group.form);
    const known = { ...filled[group.caseId]?.[group.form ?? ''] };
    const values = form ? answers({ ...form, values: known }, rehearsal.at) : {};
    const send = { send: offer.event, by: person, values, task: group.step ?? '' };
    return { story: withStep(story, { ...send, ...(group.process === process ? {} : { in: group.process }) }), person };
  }
  return next && { story: withStep(story, { waitFor: next.timer, ...(next.process === process ? {} : { in: next.process }) }), person };
}

function told(process: string, stepsMost: number): Story {
  let now = { story: begun(process), person: starterIn(settingOf(process).drawn) ?? '' };
  for (let step = 0; step < stepsMost; step += 1) now = further(process, now.story, now.person) ?? now;
  return now.story;
}

test.each(['starter', 'complaint'])('%s is told to its end by sample answers alone: nothing is refused, nothing fails', (process) => {
  const story = told(process, 60);
  const { rehearsal, moments } = trialOf(process, story);
  expect(rehearsal.cases[0]).toMatchObject({ status: 'ended' });
  expect(moments).toHaveLength(story.upTo + 1);
  const tree = treeOf(settingOf(process).drawn);
  expect(reachedIn(tree, rehearsal).steps.reached).toBeGreaterThan(4);
});

test.each(['escalation', 'dispute'])('%s, which only another procedure starts, begins with what that hands over', (process) => {
  const { definitions, drawn } = settingOf(process);
  expect(begunBy(drawn, definitions).form).toBeDefined();
  expect(trialOf(process, begun(process)).rehearsal).toMatchObject({ problems: [], cases: [{ status: 'active' }] });
});

test('a scenario that begins with another procedure is played with what is in force beside the draft', () => {
  const [starter, , escalation] = all;
  const through = (process: string) => ({ scripts: { one: { process, steps: [] } } });
  expect([through('starter'), through('complaint'), {}].map((scenarios) => needsOthers(starter ?? {}, scenarios))).toEqual([
    false,
    true,
    false,
  ]);
  expect(needsOthers(escalation ?? {})).toBe(true); // Who hands over to it is looked for.
});

test('the map knows where the story is, where it was, and what can come next', () => {
  const trial = trialOf('starter', begun('starter'));
  const { steps, rows } = marksOf(treeOf(settingOf('starter').drawn), trial);
  expect(steps.get('recording')).toBe('here');
  expect(steps.get('examining')).toBe('next');
  expect(steps.get('closing')).toBe('later');
  expect(rows.get('recording/on/recorded/0')).toBe('next');
  expect(rows.get('examining/on/examined/0')).toBe('later');
});

test('a step back keeps what lies ahead until something else is done, and then it can be brought back', () => {
  const two = withStep(withStep(begun('starter'), { wait: { days: 1 } }), { wait: { days: 2 } });
  const back = backTo(two, 1);
  expect(played(back).steps).toHaveLength(1);
  expect(back.script.steps).toHaveLength(2);
  const other = withStep(back, { wait: { weeks: 1 } });
  expect(other.script.steps).toEqual([{ wait: { days: 1 } }, { wait: { weeks: 1 } }]);
  expect(other.before).toEqual(back);
});

test('what a draft starts is asked for, and what cannot run says why', () => {
  expect([...startedBy(settingOf('complaint').drawn)].sort()).toEqual(['dispute', 'escalation']);
  const { machine: _gone, ...broken } = fieldsOf(settingOf('starter').drawn);
  const trial = play({ definitions: [broken], calendars, script: played(begun('starter')) });
  expect(trial.ok).toBe(false);
});

test('a story that was told on another drawing says from which line on it cannot be played, and plays as far as it can', () => {
  const { drawn } = settingOf('starter');
  const story = told('starter', 2);
  const now = (definition: unknown) => {
    const trial = play({ definitions: [definition], calendars, script: played(story) });
    return trial.ok ? brokenAt(trial.rehearsal) : trial;
  };
  expect(now(drawn)).toBeUndefined();
  expect(now(JSON.parse(JSON.stringify(drawn).replaceAll('"examined"', '"lookedAt"')))).toBe(2);
});
