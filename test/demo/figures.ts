import type { Shown } from './demonstration.ts';
import type { Story } from './story.ts';

export interface Figures {
  /** Complaints by how they ended. */
  readonly outcomes: { readonly [outcome: string]: number };
  /** Complaints that went to internal review, to the outside body, and where a promised deadline passed. */
  readonly escalated: number;
  readonly external: number;
  readonly late: number;
  readonly letters: { readonly [became: string]: number };
  readonly tasks: number;
  readonly deadlines: number;
  readonly missedDeadlines: number;
  /** Attempts that four eyes refused. */
  readonly refused: number;
  readonly unended: number;
}

/** Read off what happened. */
export function figuresOf(stories: readonly Story[]): Figures {
  const cases = stories.flatMap((story) => story.cases);
  const has = (process: string) => stories.filter((story) => story.cases.some((each) => each.process === process)).length;
  const complaints = cases.filter(({ process }) => process === 'complaint');
  return {
    outcomes: counted(complaints.map(({ status, outcome }) => outcome || status)),
    escalated: has('escalation'),
    external: has('dispute'),
    late: stories.filter((story) => story.cases.some(({ deadlines }) => deadlines.some(isBrokenPromise))).length,
    letters: counted(cases.flatMap(({ letters }) => letters.map((line) => line.slice(line.lastIndexOf(': ') + 2)))),
    tasks: cases.reduce((sum, { tasks }) => sum + tasks.length, 0),
    deadlines: cases.reduce((sum, { deadlines }) => sum + deadlines.length, 0),
    missedDeadlines: cases.reduce((sum, { deadlines }) => sum + deadlines.filter((line) => line.includes(': fired ')).length, 0),
    refused: stories.reduce((sum, { refused }) => sum + refused, 0),
    unended: cases.filter(({ status }) => status === 'active').length,
  };
}

const isBrokenPromise = (line: string): boolean => /^clock\.\w+\.due .*: fired /.test(line);

function counted(words: readonly string[]): { readonly [word: string]: number } {
  const counts = new Map<string, number>();
  for (const word of [...words].sort()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Everything that must hold, by name; what does not is listed. */
export function failures(shown: Shown): readonly string[] {
  const { refused, unended } = figuresOf(shown.stories);
  const must: readonly (readonly [string, boolean])[] = [
    ['every case has ended', unended === 0 && shown.openTasks === 0 && shown.stories.length === shown.rows],
    ['what happened is what the engine alone foretold, row by row', shown.differences.length === 0],
    ['four eyes refused somebody at least once', refused > 0],
    ['no letter arrived twice', shown.mailedTwice === 0 && shown.mailed > 0],
    ['the journal verifies and nothing is stuck', shown.faults.length === 0 && shown.stuck.length === 0],
    ['a second import changes nothing', shown.changedBySecondImport.length === 0 && shown.secondImport.known === shown.rows],
    ['the server had nothing to warn of', shown.warnings.length === 0],
  ];
  return must.filter(([, holds]) => !holds).map(([what]) => what);
}

/** The page that `npm run demo` prints. */
export function page(shown: Shown): string {
  const found = figuresOf(shown.stories);
  const list = (counts: { readonly [word: string]: number }): string =>
    Object.entries(counts)
      .map(([word, count]) => `${word} ${count.toLocaleString('en')}`)
      .join(' · ');
  const number = (count: number): string => count.toLocaleString('en');
  const rows: readonly (readonly [string, string])[] = [
    ['complaints', `${number(shown.rows)}, all ended: ${list(found.outcomes)}`],
    ['escalated', `${number(found.escalated)} to internal review, ${number(found.external)} to the outside body`],
    [
      'late',
      `${number(found.late)} complaints with a broken promise; ${number(found.missedDeadlines)} of ${number(found.deadlines)} deadlines came due`,
    ],
    ['tasks', `${number(found.tasks)} done or taken away`],
    ['letters', `${list(found.letters)}; ${number(shown.mailed)} by mail, ${shown.mailedTwice} of them twice`],
    ['four eyes', `${number(found.refused)} attempts refused`],
    [
      'steps',
      `${number(shown.commits)} in ${shown.seconds.toFixed(0)} s: ${number(Math.round(shown.commits / shown.seconds))} a second, with ${number(shown.requests)} requests`,
    ],
    [
      'foretold',
      `by the engine alone, from the same seed: ${shown.differences.length === 0 ? 'equal row by row' : `${shown.differences.length} lines differ`}`,
    ],
    [
      'second import',
      `${number(shown.secondImport.known)} already there, ${number(shown.secondImport.entered)} entered, ${shown.changedBySecondImport.length === 0 ? 'every collection hash-equal' : `changed: ${shown.changedBySecondImport.join(', ')}`}`,
    ],
    [
      'verify',
      shown.faults.length + shown.stuck.length === 0
        ? 'clean: every journal as it was written, nothing stuck'
        : `${shown.faults.length} faults, ${shown.stuck.length} stuck`,
    ],
  ];
  return rows.map(([name, text]) => `  ${name.padEnd(14)} ${text}`).join('\n');
}
