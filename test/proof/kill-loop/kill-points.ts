import { openPorts } from '../../../runtime-api/src/open-ports.ts';
import { settler } from '../../../runtime-api/src/settle/settle.ts';
import { type Around, around, inTwoSteps, sets } from '../around.ts';

/** Where a process kills itself. `random` is a kill from outside, at any moment. */
export const killPoints = ['after load', 'before commit', 'after commit', 'mid-settle', 'after claim', 'after effect before mark'] as const;
export type KillPoint = (typeof killPoints)[number];

const copied = ['contents', 'journal', 'tasks', 'effects'] as const;
type Outside = Parameters<typeof openPorts>[0];
type OpenPorts = ReturnType<typeof openPorts>;
/** Called each time the process comes past its point; does not come back from the last time. */
type Pass = () => Promise<void>;

/** The real parts with one more turn of the road, at which a process can die. */
export function portsThatDie(point: KillPoint, pass: Pass, turn: number): typeof openPorts {
  return (outside) => {
    const ports = openPorts(outsideOf(point, pass, outside));
    return inside(point, pass, ports, turn);
  };
}

function outsideOf(point: KillPoint, pass: Pass, outside: Outside): Outside {
  if (point === 'mid-settle') return { ...outside, store: inTwoSteps(outside.store) };
  if (point === 'after claim') {
    const updateOne: Around = async (proceed, words) => {
      const answer = await proceed(...words);
      if (sets(words, 'fence') && matched(answer)) await pass();
      return answer;
    };
    return { ...outside, store: around(outside.store, 'effects', { updateOne }) };
  }
  if (point !== 'after effect before mark') return outside;
  const updateOne: Around = async (proceed, words) => {
    if (sets(words, 'doneAt')) await pass();
    return proceed(...words);
  };
  return {
    ...outside,
    store: around(outside.store, 'effects', { updateOne }),
    mail: {
      send: async (message) => {
        const sent = await outside.mail.send(message);
        await pass();
        return sent;
      },
    },
  };
}

function inside(point: KillPoint, pass: Pass, ports: OpenPorts, turn: number): OpenPorts {
  const { cases, journal } = ports;
  if (point === 'after load')
    return { ...ports, journal: { answerTo: (event, loaded) => pass().then(() => journal.answerTo(event, loaded)) } };
  if (point === 'mid-settle') {
    const name = copied[turn % copied.length] ?? 'journal';
    const insertMany: Around = async (proceed, words) => {
      const answer = await proceed(...words);
      await pass();
      return answer;
    };
    const store = around(ports.store, name, { insertMany });
    return { ...ports, settle: settler({ store, clock: ports.clock, cases }) };
  }
  if (point !== 'before commit' && point !== 'after commit') return ports;
  const dying = (write: typeof cases.commit): typeof cases.commit => {
    if (point === 'before commit') return (commit) => pass().then(() => write(commit));
    return async (commit) => {
      const written = await write(commit);
      if (written) await pass();
      return written;
    };
  };
  return { ...ports, cases: { ...cases, commit: dying(cases.commit), insert: dying(cases.insert) } };
}

const matched = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'matchedCount' in answer && answer.matchedCount === 1;
