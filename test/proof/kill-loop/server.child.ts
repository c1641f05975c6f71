import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openServer, type RunningServer } from '../../../runtime-api/src/http/server.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { portsThatDie } from './kill-points.ts';
import { quickClock } from './quick-clock.ts';
import type { Order } from './supervision.ts';

// A whole server: door, workers, store. It waits until it is told where to work and where to die.
const say = (line: string): void => void writeSync(1, `${line}\n`);
const quiet = () => undefined;

async function open(order: Order): Promise<RunningServer> {
  let left = order.death?.times ?? 0;
  const pass = async (): Promise<void> => {
    left--;
    if (left > 0) return;
    say(`dying ${order.death?.at}`);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  };
  return openServer({
    port: 0,
    host: '127.0.0.1',
    home: order.home,
    windowFolder: order.home,
    smtpUrl: order.smtpUrl,
    mailFrom: 'complaints@office.example',
    clock: quickClock(order.clock),
    log: { info: quiet, warn: quiet, error: (facts, message) => say(`error ${message} ${JSON.stringify(facts)}`) },
    ...(order.mongoUri === undefined ? {} : { mongoUri: order.mongoUri }),
    ...(order.death === undefined ? {} : { openPorts: portsThatDie(order.death.at, pass, order.turn) }),
  });
}

/** How much is left to do: nothing, once all is done. */
async function leftIn({ store }: RunningServer): Promise<string> {
  const [active, effects, unsettled] = await Promise.all([
    sweep(store.cases.countDocuments({ status: 'active' }), 'metrics'),
    sweep(store.effects.countDocuments({ open: true }), 'metrics'),
    sweep(store.cases.countDocuments({ unsettledAt: { $gt: '' } }), 'metrics'),
  ]);
  return `left ${active} ${effects} ${unsettled}`;
}

let running: RunningServer | undefined;
say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'left' && running !== undefined) say(await leftIn(running).catch((problem: unknown) => `left ? ${problem}`));
  else if (line === 'stop') await running?.stop();
  else if (line.startsWith('{')) {
    running = await open(JSON.parse(line) as Order);
    say(`open ${running.localUrl}`);
  }
}
process.exit(0);
