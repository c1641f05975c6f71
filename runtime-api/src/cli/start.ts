import { pino } from 'pino';
import { openServer } from '../http/server.ts';
import { errorCode } from '../store/embedded/error-code.ts';
import { StoreInUse } from '../store/embedded/ownership.ts';
import { hostsOf, StoreUnreachable } from '../store/store-unreachable.ts';
import { exitCodes, type Said } from './said.ts';
import type { Settings } from './settings.ts';

/** `start`: runs until it is told to stop, then finishes what it is doing. */
export async function startServer(settings: Settings): Promise<Said> {
  const log = pino({ name: 'redress', level: 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime });
  if (settings.mongoUri !== undefined) console.log(`  Store: MongoDB at ${hostsOf(settings.mongoUri)}`);
  let server: Awaited<ReturnType<typeof openServer>>;
  try {
    server = await openServer({
      ...settings,
      log: {
        info: (facts, message) => log.info(facts, message),
        warn: (facts, message) => log.warn(facts, message),
        error: (facts, message) => log.error(facts, message),
      },
    });
  } catch (error) {
    const known = whyNot(error, settings);
    if (known) return known;
    throw error;
  }
  console.log(greeting(server, settings).join('\n'));
  const signal = await new Promise<NodeJS.Signals>((told) => {
    process.once('SIGINT', told);
    process.once('SIGTERM', told);
  });
  log.info({ signal }, 'stopping: finishing what is being done');
  await server.stop();
  return { code: exitCodes.done, lines: [], facts: { stopped: true } };
}

function whyNot(error: unknown, { port, host }: Settings): Said | undefined {
  if (error instanceof StoreInUse) return { code: exitCodes.notAvailable, lines: [error.message], facts: { problem: 'store-in-use' } };
  if (error instanceof StoreUnreachable)
    return { code: exitCodes.notAvailable, lines: [error.message], facts: { problem: 'store-unreachable' } };
  const code = errorCode(error);
  if (code === 'EADDRINUSE')
    return {
      code: exitCodes.notAvailable,
      lines: [`Port ${port} on ${host} is taken. Set PORT to another one.`],
      facts: { problem: 'port-taken', port },
    };
  if (code === 'EACCES')
    return {
      code: exitCodes.notAvailable,
      lines: [`Port ${port} on ${host} may not be used. Set PORT to 1024 or more.`],
      facts: { problem: 'port-forbidden', port },
    };
  return undefined;
}

function greeting({ url, setUpCode, store }: Awaited<ReturnType<typeof openServer>>, settings: Settings): readonly string[] {
  return [
    '',
    `  Redress is ready:  ${url}`,
    ...(setUpCode === undefined
      ? ['  Sign in there with your e-mail and password.']
      : ['', '  Nobody has set it up yet. Open the page and type this set-up code, once:', '', `      ${setUpCode}`, '']),
    `  Store: ${store.kind === 'embedded' ? settings.home : 'MongoDB'}.  Letters: ${settings.smtpUrl === undefined ? `written to ${settings.home}/letters, not sent` : 'sent by mail'}.`,
    '  Stop with Ctrl+C.',
    '',
  ];
}
