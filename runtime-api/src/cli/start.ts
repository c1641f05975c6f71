import { pino } from 'pino';
import { openServer } from '../http/server.ts';
import { hostsOf } from '../store/store-unreachable.ts';
import { isLoopback } from './loopback.ts';
import { exitCodes, type Said } from './said.ts';
import type { Settings } from './settings.ts';
import { whyNotStarted } from './why-not-started.ts';

export interface StartWish {
  readonly inspect: boolean;
}

/** `start`: runs until it is told to stop, then finishes what it is doing. */
export async function startServer(settings: Settings, wish: StartWish): Promise<Said> {
  const seen = wish.inspect ? seenFromOutside(settings) : undefined;
  if (seen) return seen;
  const log = pino({ name: 'redress', level: 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime });
  if (settings.mongoUri !== undefined) console.log(`  Store: MongoDB at ${hostsOf(settings.mongoUri)}`);
  let server: Awaited<ReturnType<typeof openServer>>;
  try {
    server = await openServer({
      ...settings,
      switches: wish.inspect ? ['inspection'] : [],
      log: {
        info: (facts, message) => log.info(facts, message),
        warn: (facts, message) => log.warn(facts, message),
        error: (facts, message) => log.error(facts, message),
      },
    });
  } catch (error) {
    const known = whyNotStarted(error, settings);
    if (known) return known;
    throw error;
  }
  console.log(greeting(server, settings, wish).join('\n'));
  const signal = await new Promise<NodeJS.Signals>((told) => {
    process.once('SIGINT', told);
    process.once('SIGTERM', told);
  });
  log.info({ signal }, 'stopping: finishing what is being done');
  await server.stop();
  return { code: exitCodes.done, lines: [], facts: { stopped: true } };
}

/** Inspecting is for whoever sits at this machine: it neither listens to others nor is handed on to them by a server in front. */
function seenFromOutside({ host, publicUrl }: Settings): Said | undefined {
  const wrong = [
    { setting: 'HOST', is: host, ours: isLoopback(host) },
    { setting: 'PUBLIC_URL', is: publicUrl, ours: publicUrl === undefined || isLoopback(new URL(publicUrl).hostname) },
  ].find(({ ours }) => !ours);
  if (!wrong) return undefined;
  const needs = 'an address of this machine alone (127.0.0.1, ::1, localhost) with --inspect';
  return {
    code: exitCodes.wrongSetting,
    lines: [`${wrong.setting} needs ${needs}; it is ${wrong.is}. Start without --inspect to be reached by others.`],
    facts: { setting: wrong.setting, needs },
  };
}

function greeting(
  { url, setUpCode, store }: Awaited<ReturnType<typeof openServer>>,
  settings: Settings,
  { inspect }: StartWish,
): readonly string[] {
  return [
    '',
    `  Redress is ready:  ${url}`,
    ...(setUpCode === undefined
      ? ['  Sign in there with your e-mail and password.']
      : ['', '  Nobody has set it up yet. Open the page and type this set-up code, once:', '', `      ${setUpCode}`, '']),
    `  Store: ${store.kind === 'embedded' ? settings.home : 'MongoDB'}.  Letters: ${settings.smtpUrl === undefined ? `written to ${settings.home}/letters, not sent` : 'sent by mail'}.`,
    ...(inspect ? [`  Inspecting: ${url}/inspect/<case>, also from the page of each case.`] : []),
    '  Stop with Ctrl+C.',
    '',
  ];
}
