import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '../../runtime-api/dist/http/server.js';
import { makeToken } from '../../runtime-api/dist/people/tokens.js';
import { found, organisation } from './bench-office.ts';
import type { Answer, Order } from './orders.ts';
import { measured } from './procedure.ts';
import { RawStore, sizeOfCases } from './raw.ts';
import { fill } from './sleeping-cases.ts';

// A whole server as it is shipped, with one organisation, one clerk and a token. It does what it is told by its parent.
const home = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'redress-bench-')));
const quiet = () => undefined;
const log = { info: quiet, warn: quiet, error: (facts: object, message: string) => console.log(message, facts) };
const server = await openServer({ port: 0, host: '127.0.0.1', home, windowFolder: home, log });
const { ports, desk } = server.office;
await found(ports, desk, [measured]);
const wish = { name: 'bench', person: 'clerk', rights: [], scope: ['read', 'work', 'start'], days: 1 } as const;
const made = await makeToken(desk, { organisation, by: { person: 'clerk', rights: ['handler'] }, ...wish, scope: [...wish.scope] });
if (!made.ok) throw new Error(JSON.stringify(made.refusal));

let commits = 0;
ports.work.watch((commit) => {
  commits += 1;
  if (commit.unsettled.steps.at(-1)?.line.type === 'timer.fire')
    tell({ told: 'fired', caseId: commit.caseId, revision: commit.document.revision });
});

let raw: RawStore | undefined;
async function obey(order: Order): Promise<Answer['facts']> {
  switch (order.do) {
    case 'prepare':
      raw = new RawStore(server.store, await sizeOfCases(server.store));
      return raw.prepare();
    case 'raw':
      return raw?.run(order.inFlight, order.ms);
    case 'count': {
      const { user, system } = process.cpuUsage();
      return { commits, cpuMs: (user + system) / 1000, ...server.store.stats?.() };
    }
    case 'fill':
      return fill(server.store, order.from, order.to);
    case 'memory': {
      for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    }
    case 'stop':
      await server.stop();
      await rm(home, { recursive: true, force: true });
      return undefined;
  }
}

const tell = (message: object): void => void process.send?.(message);
process.on('message', (order: Order) => {
  obey(order).then(
    (facts) => {
      tell({ told: 'done', id: order.id, facts });
      if (order.do === 'stop') process.disconnect();
    },
    (problem: unknown) => tell({ told: 'failed', id: order.id, facts: String(problem) }),
  );
});
tell({ told: 'open', url: server.localUrl, secret: made.value.secret });
