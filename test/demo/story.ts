/** What happened to one complaint and the procedures it led to, in words that both the server and a rehearsal can tell it in. */
export interface Story {
  readonly key: string;
  readonly cases: readonly CaseStory[];
  /** Attempts that four eyes refused. */
  readonly refused: number;
}
export interface CaseStory {
  readonly process: string;
  readonly begunAt: string;
  readonly endedAt: string;
  readonly status: string;
  readonly outcome: string;
  /** `at letter → role, became`, sorted. */
  readonly letters: readonly string[];
  /** `timer, armed, due, end`, sorted. */
  readonly deadlines: readonly string[];
  /** `step, kind, role, opened, due, closed`, sorted. */
  readonly tasks: readonly string[];
}

export const letterLine = (letter: {
  readonly at: string;
  readonly letter: string;
  readonly to: string;
  readonly became: string;
}): string => `${letter.at} ${letter.letter} to ${letter.to}: ${letter.became}`;
export const deadlineLine = (row: {
  readonly timer: string;
  readonly armedAt: string;
  readonly dueAt: string;
  readonly end: string;
  readonly endedAt?: string;
}): string => `${row.timer} armed ${row.armedAt}, due ${row.dueAt}: ${row.end} ${row.endedAt ?? ''}`;
export const taskLine = (row: {
  readonly step: string;
  readonly kind: string;
  readonly role: string;
  readonly openedAt: string;
  readonly dueAt?: string;
  readonly closedAt?: string;
}): string =>
  `${row.step} ${row.kind} of ${row.role}, opened ${row.openedAt}, due ${row.dueAt ?? 'never'}, closed ${row.closedAt ?? 'never'}`;

/** Cases as they began, those of one moment by procedure; lines in an order of their own, for the server may do at once what a rehearsal does in turn. */
export function tidied(story: Story): Story {
  const cases = story.cases
    .map((each) => ({ ...each, letters: [...each.letters].sort(), deadlines: [...each.deadlines].sort(), tasks: [...each.tasks].sort() }))
    .sort((one, other) => `${one.begunAt} ${one.process}`.localeCompare(`${other.begunAt} ${other.process}`));
  return { ...story, cases };
}

/** Everything that one tells and the other does not; nothing if they tell the same. */
export function differences(expected: Story, actual: Story): readonly string[] {
  const [one, other] = [linesOf(tidied(expected)), linesOf(tidied(actual))];
  return [
    ...without(one, other).map((line) => `- ${line}`), // Foretold, and did not happen.
    ...without(other, one).map((line) => `+ ${line}`), // Happened, and was not foretold.
  ];
}

function linesOf(story: Story): readonly string[] {
  return [
    `${story.key} refused ${story.refused}`,
    ...story.cases.flatMap((each, index) => {
      const name = `${story.key} ${index + 1} ${each.process}`;
      return [
        `${name} begun ${each.begunAt}, ended ${each.endedAt}, ${each.status} ${each.outcome}`,
        ...[...each.letters, ...each.deadlines, ...each.tasks].map((line) => `${name} ${line}`),
      ];
    }),
  ];
}

/** As often as it is there: two equal lines are two. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
