import type { Result } from '@redress/engine';
import { Command, CommanderError } from 'commander';
import { check } from './check.ts';
import { addOrganisation } from './organisation.ts';
import { rehearseFile } from './rehearse.ts';
import { exitCodes, type Said } from './said.ts';
import type { SettingProblem, Settings } from './settings.ts';
import { startServer } from './start.ts';
import { verify } from './verify.ts';

/** Runs one command and answers with its exit code: 0 done, 1 found something, 64 wrong use, 66 no such file, 69 not available, 78 wrong setting. */
export async function commandLine(settings: Result<Settings, SettingProblem>, words: readonly string[]): Promise<number> {
  let code: number = exitCodes.done;
  const program = new Command('redress')
    .description('Complaint procedures that run: draw them, prove them, work with them.')
    .option('--json', 'answer in JSON, for programs')
    .exitOverride()
    .showHelpAfterError('(redress --help tells more)')
    .addHelpText('after', help);
  const say = (said: Said) => {
    const json = program.opts<{ json?: boolean }>().json === true;
    const text = json ? JSON.stringify(said.facts) : said.lines.join('\n');
    if (text !== '') (said.code === exitCodes.done || said.code === exitCodes.found || json ? console.log : console.error)(text);
    code = said.code;
  };
  const withSettings = async (work: (settings: Settings) => Promise<Said>) =>
    say(settings.ok ? await work(settings.value) : wrongSetting(settings.refusal));

  program
    .command('start')
    .description('Run the server and the window')
    .action(() => withSettings(startServer));
  program
    .command('check')
    .description('Say what is wrong with a process definition, and where')
    .argument('<file>', 'a definition as JSON')
    .action(async (file: string) => say(await check(file)));
  program
    .command('rehearse')
    .description('Play a script on a definition, with a pretend clock; nothing is stored and no letter leaves')
    .argument('<file>', 'a definition as JSON')
    .argument('<script>', 'what happens, as JSON')
    .action(async (file: string, script: string) => say(await rehearseFile(file, script)));
  const organisation = program.command('organisation').description('Organisations on this server');
  organisation
    .command('add')
    .description('Print a one-time code: whoever opens the window with it sets the organisation up')
    .argument('<name>', 'its name')
    .action((name: string) => withSettings((found) => addOrganisation(found, name)));
  program
    .command('verify')
    .description('Look for altered, missing or exchanged journal lines, and for work that is stuck')
    .action(() => withSettings(verify));

  try {
    await program.parseAsync([...words]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  }
  return code;
}

const wrongSetting = ({ setting, needs }: SettingProblem): Said => ({
  code: exitCodes.wrongSetting,
  lines: [`${setting} needs ${needs}.`],
  facts: { setting, needs },
});

const help = `
Examples:
  redress start                          http://localhost:3000, store in ./.redress
  redress check complaint.json           findings with their places; exit code 1 if it cannot run
  redress rehearse starter.json day.json
  redress organisation add "Green Bank"  while the server runs, or not
  redress verify --json

Settings (environment):
  PORT (3000)  HOST (127.0.0.1)  PUBLIC_URL  REDRESS_HOME (./.redress)
  MONGODB_URI  SMTP_URL  MAIL_FROM`;
