import type { Result } from '@redress/engine';
import { Command, CommanderError, Option } from 'commander';
import { errorCode } from '../store/embedded/error-code.ts';
import { StoreInUse } from '../store/embedded/ownership.ts';
import { StoreUnreachable } from '../store/store-unreachable.ts';
import type { CheckWish } from './check.ts';
import type { ImportWish } from './import.ts';
import { exitCodes, type Said } from './said.ts';
import type { SettingProblem, Settings } from './settings.ts';
import type { StartWish } from './start.ts';

/** What was looked for was looked at: told where answers go. Anything else is told where errors go. */
const toldCodes: readonly number[] = [exitCodes.done, exitCodes.found, exitCodes.partly];

/** Runs one command, of which alone the code is read, and answers with its exit code: 0 done, 1 found something, 2 not all could be checked, 64 wrong use, 66 no such file, 69 not available, 78 wrong setting. */
export async function commandLine(settings: Result<Settings, SettingProblem>, words: readonly string[]): Promise<number> {
  let code: number = exitCodes.done;
  const program = new Command('redress')
    .description('Complaint procedures that run: draw them, prove them, work with them.')
    .option('--json', 'answer in JSON, for programs')
    .exitOverride()
    .showHelpAfterError('(redress --help tells more)')
    .addHelpText('after', help);
  const asJson = (): boolean => words.includes('--json');
  const say = (said: Said): void => {
    const text = asJson() ? JSON.stringify(said.facts) : said.lines.join('\n');
    if (text !== '') (toldCodes.includes(said.code) || asJson() ? console.log : console.error)(text);
    code = said.code;
  };
  const withSettings = async (work: (settings: Settings) => Promise<Said>): Promise<void> =>
    say(settings.ok ? await orNotAvailable(() => work(settings.value)) : wrongSetting(settings.refusal));

  const command = (name: string, description: string, more = ''): Command =>
    program
      .command(name)
      .description(description)
      .option('--json', 'answer in JSON, for programs')
      .exitOverride()
      .addHelpText('after', more);
  command('start', 'Run the server and the window', startHelp)
    .option('--inspect', 'show the events of each case as they come, on this machine alone', false)
    .action((given: StartWish) => withSettings(async (found) => (await import('./start.ts')).startServer(found, given)));
  command('check', 'Say what is wrong with process definitions, and what the standards ask of them', checkHelp)
    .argument('<file...>', 'definitions as JSON; those checked together know each other')
    .option('--packs <ids>', 'packs of rules, with commas between them (all)')
    .option('--law <ids>', 'laws whose time limits are checked too, with commas between them (none)')
    .option('--all', 'tell what holds, does not occur or needs a person as well', false)
    .action(async (files: readonly string[], wish: CheckWish) => say(await (await import('./check.ts')).checkFiles(files, wish)));
  command('rehearse', 'Play a script on a definition, with a pretend clock; nothing is stored and no letter leaves', rehearseHelp)
    .argument('<file>', 'a definition as JSON')
    .argument('[script]', 'what happens, as JSON; without it all scenarios that lie beside')
    .action(async (file: string, script?: string) =>
      say(
        await (script === undefined
          ? (await import('./rehearse-all.ts')).rehearseAll(file)
          : (await import('./rehearse.ts')).rehearseFile(file, script)),
      ),
    );
  command('import', 'Enter the rows of a CSV file as cases, each once', importHelp)
    .argument('<file>', 'a table: CSV, UTF-8, names of the columns in its first line')
    .requiredOption('--process <id>', 'the published procedure the cases belong to')
    .requiredOption('--map <file>', 'which column becomes which field, as JSON')
    .addOption(
      new Option('--mode <mode>', 'history: as cases of the past; live: the procedure begins')
        .choices(['history', 'live'])
        .default('history'),
    )
    .option('--dry-run', 'only say what would happen', false)
    .option('--yes', 'begin live cases without asking', false)
    .option('--organisation <name>', 'whose cases, where the server has several organisations')
    .action((file: string, given: ImportGiven) =>
      withSettings(async (found) => {
        const { importTable, terminalOf } = await import('./import.ts');
        return importTable(found, { file, mapFile: given.map, ...given }, terminalOf(asJson()));
      }),
    );
  command(
    'verify',
    'Look for altered, missing or exchanged journal lines, and for work that is stuck; or check an evidence bundle',
    verifyHelp,
  )
    .argument('[file]', 'an evidence bundle (.zip); without it the store of this server')
    .option('--key <key>', "the organisation's public key: a file (PEM), or its fingerprint")
    .action(async (file: string | undefined, { key }: VerifyGiven) => {
      if (file !== undefined) say(await (await import('./verify-file.ts')).verifyFile(file, key));
      else if (key === undefined) await withSettings(async (found) => (await import('./verify.ts')).verify(found));
      else
        say({
          code: exitCodes.wrongUse,
          lines: ['--key is for an evidence bundle: verify FILE.zip --key KEY'],
          facts: { problem: 'no-file' },
        });
    });
  command('organisation', 'Organisations on this server')
    .command('add')
    .description('Print a one-time code: whoever opens the window with it sets the organisation up')
    .option('--json', 'answer in JSON, for programs')
    .exitOverride()
    .argument('<name>', 'its name')
    .action((name: string) => withSettings(async (found) => (await import('./organisation.ts')).addOrganisation(found, name)));

  try {
    await program.parseAsync([...words]);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  }
  return code;
}

interface VerifyGiven {
  readonly key?: string;
}
type ImportGiven = Omit<ImportWish, 'file' | 'mapFile'> & { readonly map: string };

const wrongSetting = ({ setting, needs }: SettingProblem): Said => ({
  code: exitCodes.wrongSetting,
  lines: [`${setting} needs ${needs}.`],
  facts: { setting, needs },
});

/** Somebody else has the store open and takes no commands, e.g. another command. */
async function orNotAvailable(work: () => Promise<Said>): Promise<Said> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnreachable)
      return { code: exitCodes.notAvailable, lines: [error.message], facts: { problem: 'store-unreachable' } };
    const folder = unusableFolder(error);
    if (folder) return { code: exitCodes.notAvailable, lines: [folder], facts: { problem: 'folder-unusable' } };
    if (!(error instanceof StoreInUse)) throw error;
    return { code: exitCodes.notAvailable, lines: [error.message], facts: { problem: 'store-in-use', pid: error.pid } };
  }
}

/** What the system says of a folder that nothing can be kept in, with the repair. */
function unusableFolder(error: unknown): string | undefined {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ENOSPC'].includes(String(errorCode(error)))) return undefined;
  if (typeof error !== 'object' || error === null || !('path' in error && 'message' in error)) return undefined;
  return `Nothing can be kept in ${error.path}: ${error.message}. Set REDRESS_HOME to a folder that this user may write to, or free some space.`;
}

const help = `
Examples:
  redress start                          http://localhost:3000, store in ./.redress
  redress start --inspect                the same, with the page /inspect/<case>
  redress check complaint.json           what breaks which clause, by which run; exit code 1 unless every must is decided and holds
  redress rehearse starter.json day.json
  redress rehearse returns.json          all scenarios of returns.scenarios.json, and what none reaches
  redress import old.csv --process complaint --map map.json --dry-run
  redress organisation add "Green Bank"  while the server runs, or not
  redress verify --json
  redress verify complaint-3-evidence.zip --key public-key.pem

Commands work while the server runs (through the lock socket of its store) and while it does not. With MONGODB_URI they work on that server.

Exit codes:
  0 done   1 something was found or stayed out   2 not all could be checked (verify FILE.zip)
  64 wrong use   66 no such file   69 not available   78 wrong setting

Settings (environment):
  PORT (3000)  HOST (127.0.0.1)  PUBLIC_URL  REDRESS_HOME (./.redress)
  MONGODB_URI  SMTP_URL  MAIL_FROM`;

const startHelp = `
Prints where to look, and a one-time code while nobody has set the server up. Stops with Ctrl+C or SIGTERM after finishing what it is doing.
--inspect adds the page /inspect/<case>: what the machine of a case takes, event by event, with names and kinds of fields and no values.
It is for this machine alone: HOST must be a loopback address, and PUBLIC_URL, if set, too.
Exit codes: 69 port taken or store in use, 78 wrong setting.`;

const checkHelp = `
What keeps a definition from running, alone or together with those that it starts, has a code, its place in the file (JSON pointer), and the
facts to repair it; a file that is no JSON has the code not-json. A definition whose ways are clear, even one that words, letters or a row too
many keep from running, is proved against the rules of structure and of ISO 10001 to 10004: each that fails tells the shortest run that
breaks it, day by day.
Files checked together know each other as sub-procedures before they know the shipped ones.

--packs ids   structure, iso-10002, iso-10003, iso-10001, iso-10004
--law ids     pl-financial, pl-consumer, eu-psd2, eu-adr, eu-adr-2028, iran; none is verified by a lawyer
--all         all rules, those that hold too
--json        an array of { file, rule, clause, verdict, severity, element, message, facts, counterexample: [{ step, event, day, rows }] }
              verdicts: fails, possible (if conditions are answered so), not-decided; with --all also holds, vacuous, needs-person
              "holdsAsDrawn": true where a must breaks only if a letter comes back, a form stays empty until the deadline or a task goes over
              to somebody else; it weighs as should

Exit code 1 if one cannot run, or a rule that must hold fails or is not decided.`;

const rehearseHelp = `
A script says who does what when:
  { "process": "starter", "at": "2026-03-02T09:00:00Z", "timeZone": "Europe/Warsaw", "people": { "ada": ["complainant"], "hugo": ["handler"] }, "by": "ada",
    "input": { "description": "It leaks", "contact": "ada@example.org" },
    "steps": [ { "wait": { "workingDays": 2 } }, { "expect": { "steps": ["examining"] } } ] }
It counts by Monday to Friday, nine to five, without holidays, in the script's "timeZone" (UTC without one).
Exit code 1 if it does not go as written.

Without a script all scenarios are played that lie beside FILE: in returns.scenarios.json for returns.json, or in FILE itself where that is
{ "definition": …, "scenarios": … }. They are written
  { "scripts": { "late": { … a script … } }, "gaps": { "end:lost": "why none reaches it", "examining/after/examineBy/0": "…" } }
Told is which scenarios reach each outcome and each leaving deadline. Exit code 1 if one has neither a scenario nor a reason, or a scenario does
not go as written: the server would not publish it. Code 66 if there are no scenarios.`;

const importHelp = `
The map:
  { "key": "Complaint ID",
    "receivedAt": { "column": "Date received", "format": "YYYY-MM-DD" },
    "fields": {
      "description":      { "columns": ["Issue", "Narrative"], "join": "\\n" },
      "productOrService": { "column": "Product" },
      "channel":          { "column": "Submitted via", "values": { "Web": "web", "Postal mail": "letter", "N/A": null } },
      "contact":          { "value": "see the old system" } } }

  key         a column; a row whose key is there already changes nothing, so an import can be repeated
  format      ISO, or a pattern of YYYY MM DD HH mm ss; days begin at midnight in the organisation's time zone
  values      what texts of the column mean; null leaves the field out, as an empty cell does
  channel     is also how the case came in

Rows that stay out are in FILE.errors.csv with line, key and reason; all others are entered. Exit code 1 if any stayed out.

--mode history  (default) cases with the status "imported": searchable, without tasks, deadlines or letters
--mode live     the procedure begins at the date of receipt. It first says how many letters go at once and how many deadlines are past,
                and waits for "yes" (or --yes)`;

const verifyHelp = `
Names what it finds: line-altered, line-missing, tail-cut, line-inserted, line-swapped, chain-broken, head-differs, contents-altered,
case-altered, case-missing, line-of-another-case;
and work that lies: timer-due, case-unsettled, effect-unsent, lease-expired. Exit code 1 if there is anything.

With FILE.zip it checks an evidence bundle, without any store or server: the signature, every file by size and hash, the chains of the journals
inside; and it proves the procedure once more, if it has the same packs of rules.
--key KEY     public-key.pem as the organisation gave it to you, or the fingerprint that its page "Organisation" shows.
              Without it only the key that lies in the file is tried, and the fingerprint is printed for you to compare.
Exit codes: 0 all was checked and is as it was signed; 1 something is not; 2 nothing is wrong, but the key was not given, or this program
            has other packs of rules`;
