import { expect, test } from '@jest/globals';
import { compile, type Definition, parseDefinition } from '@redress/engine';
import { everyAnswer, lengthsIn } from '../../../test/tools/every-answer.ts';
import { readProcess } from '../../../test/tools/pretend-case.ts';
import { rehearsedWay, type WayStep } from '../../../test/tools/rehearsed-way.ts';
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
  const wrong = everyAnswer().flatMap((answers) =>
    Object.entries(waysOf(answers)).flatMap(([way, { outcome, steps }]) => {
      const { problems } = rehearsedWay([drawn(answers), dispute], steps, outcome);
      return problems.length > 0 ? [{ answers, way, problems }] : [];
    }),
  );
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
  readonly steps: readonly WayStep[];
}

/** One way to each end, as the answers make it. Nobody stands for two persons: each role has its own. */
function waysOf({ answering, again, outside }: SkeletonAnswers): Readonly<Record<string, Way>> {
  const frontline = answering === 'three' ? 'frontline' : 'handler';
  const decisionMaker = answering === 'one' ? 'handler' : 'decisionMaker';
  const send = (event: string, by: string, task?: string): WayStep => ({
    send: event,
    by,
    ...(task === undefined ? {} : { at: task }),
    ...(event === 'decide' || event === 'reviewed' ? { given: { remedyDueDate: '2026-07-01' } } : {}),
  });
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
    nobody: { outcome: 'unresolved', steps: [{ waitDays: 800 }] },
  };
}
const endOutside: Readonly<Record<SkeletonAnswers['outside'], readonly WayStep[]>> = {
  named: [],
  awaited: [{ send: 'notSettledOutside', by: 'provider' }],
  procedure: [{ waitDays: 400 }],
};
