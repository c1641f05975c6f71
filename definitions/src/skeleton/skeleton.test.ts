import { expect, test } from '@jest/globals';
import type { Definition, ScriptStep } from '@redress/engine';
import { compile, parseDefinition, rehearse } from '@redress/engine';
import { everyAnswer, lengthsIn } from '../../../test/tools/every-answer.ts';
import { fillForm } from '../../../test/tools/fill-form.ts';
import { calendars, readProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { drawSkeleton } from './draw-skeleton.ts';
import { defaultAnswers, type SkeletonAnswers, shareOut } from './skeleton-answers.ts';

const drawn = (answers: SkeletonAnswers): Definition => {
  const parsed = parseDefinition({ ...drawSkeleton(answers), id: 'drawn' });
  if (!parsed.ok) throw new Error(JSON.stringify({ answers, findings: parsed.refusal }));
  return parsed.value;
};
const dispute = readProcess('external-dispute');

test('whatever is answered, the skeleton compiles without a finding', () => {
  const wrong = everyAnswer().flatMap((answers) => {
    const { findings } = compile(drawn(answers), { schemas });
    return findings.length > 0 ? [{ answers, findings }] : [];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('whatever is answered, a case comes to each of its ends, and to one if nobody does anything', () => {
  const wrong = everyAnswer().flatMap((answers) => {
    const definition = drawn(answers);
    return Object.entries(waysOf(answers)).flatMap(([way, { outcome, steps }]) => {
      const values = (step: ScriptStep): ScriptStep =>
        'send' in step ? { ...step, values: valuesOf(definition, step.send, step.task) } : step;
      const { problems } = rehearse(
        { definitions: [definition, dispute], calendars, tools: { schemas } },
        {
          process: 'drawn',
          at: '2026-03-02T09:00:00Z',
          people: peopleOf(definition),
          by: 'complainant',
          input: fillForm(definition, 'lodging'),
          steps: [...steps.map(values), { expect: { status: 'ended', outcome } }],
        },
      );
      return problems.length > 0 ? [{ answers, way, problems }] : [];
    });
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('the times of the steps are together never longer than the answer may take', () => {
  for (const unit of ['days', 'workingDays'] as const)
    for (const lengths of lengthsIn(unit)) {
      const shares = Object.values(shareOut({ ...defaultAnswers, ...lengths }));
      expect(Math.min(...shares)).toBeGreaterThan(0);
      const inAll = lengths.acknowledgeBy + shares.reduce((sum, days) => sum + days, 0);
      expect(unit === 'workingDays' ? inAll : (inAll * 7) / 5).toBeLessThanOrEqual(lengths.answerBy.amount);
    }
});

test('what nobody asked for is not there: no role, letter or form without a use', () => {
  const { roles, forms, letters } = drawn({ ...defaultAnswers, answering: 'one', representative: false, again: false });
  expect(Object.keys(roles)).toEqual(['complainant', 'handler', 'management', 'subject']);
  expect(JSON.stringify(forms)).not.toContain('authorisation');
  expect(Object.keys(letters)).not.toContain('externalOverdue');
});

interface Way {
  readonly outcome: string;
  readonly steps: readonly ScriptStep[];
}

/** One way to each end, as the answers make it. Nobody stands for two persons: each role has its own. */
function waysOf({ answering, again, outside }: SkeletonAnswers): Readonly<Record<string, Way>> {
  const frontline = answering === 'three' ? 'frontline' : 'handler';
  const decisionMaker = answering === 'one' ? 'handler' : 'decisionMaker';
  const send = (event: string, by: string, task?: string): ScriptStep => ({ send: event, by, ...(task === undefined ? {} : { task }) });
  const decided = [
    send('received', frontline, 'receiving'),
    send('assessed', 'handler', 'assessing'),
    send('findingsReady', 'handler', 'investigating'),
    send('decide', decisionMaker, 'deciding'),
  ];
  const disagreed = [...decided, send('reject', 'complainant'), ...(again ? [send('reviewed', 'reviewer', 'reviewing')] : [])];
  const wentOutside = [...disagreed, send(outside === 'named' ? 'takeOutside' : 'wantsExternal', 'complainant')];
  const closed = send('close', decisionMaker, 'closingUnresolved');
  return {
    accepted: {
      outcome: 'resolved',
      steps: [
        ...decided,
        send('accept', 'complainant'),
        send('remedyDone', 'handler', 'implementing'),
        send('close', 'handler', 'closing'),
      ],
    },
    declined: { outcome: 'unresolved', steps: [...disagreed, send('decline', 'complainant'), closed] },
    outside: { outcome: 'unresolved', steps: [...wentOutside, ...endOutside[outside], ...(outside === 'procedure' ? [] : [closed])] },
    ...(outside === 'awaited'
      ? {
          settled: {
            outcome: 'resolved',
            steps: [...wentOutside, send('settledOutside', 'provider'), send('close', 'handler', 'closing')],
          },
        }
      : {}),
    withdrawn: { outcome: 'withdrawn', steps: [...decided, send('withdraw', 'complainant')] },
    notOurs: { outcome: 'misdirected', steps: [send('notOurs', frontline)] },
    nobody: { outcome: 'unresolved', steps: [{ wait: { days: 800 } }] },
  };
}
const endOutside: Readonly<Record<SkeletonAnswers['outside'], readonly ScriptStep[]>> = {
  named: [],
  awaited: [{ send: 'notSettledOutside', by: 'provider' }],
  procedure: [{ wait: { days: 400 } }],
};

const peopleOf = ({ roles }: Definition) => ({
  ...Object.fromEntries(Object.keys(roles).map((role) => [role, [role]])),
});

/** The form of the event, else that of the task it ends. */
function valuesOf(definition: Definition, event: string, task: string | undefined) {
  const input = task === undefined ? undefined : inputOf(definition.machine.states, task);
  const form = definition.events[event]?.form ?? input;
  const given = form === 'decision' ? { remedyDueDate: '2026-07-01' } : {};
  return fillForm(definition, form, { given });
}

function inputOf(states: Definition['machine']['states'], id: string): string | undefined {
  for (const state of Object.values(states)) {
    if (state.id === id) return state.invoke?.src === 'task' ? state.invoke.input.form : undefined;
    const found = state.states && inputOf(state.states, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
