import type { Row, State } from '@redress/engine';
import { kebab } from '../check/said.ts';
import { copyOf, type Draft, type DraftRow, freeId, rowAt, rowsIn, rowsUnder, spotOf, spots, wordsFor } from './draft.ts';
import type { Edit } from './edit.ts';
import { aimsOf, eventFor, roleFor, stepsLike, takeForm, takeLetter } from './material.ts';
import { tellOn } from './telling.ts';

/** A way leads somewhere else; `stays`: one that leads nowhere leads somewhere. */
export const redirects = (draft: Draft, pointer: string, targets: Iterable<string>, stays = false): readonly Edit[] => {
  const row = rowAt(draft, pointer);
  if (!row || (row.target === undefined) !== stays) return [];
  return [...new Set(targets)]
    .filter((step) => row.target !== `#${step}`)
    .map((step) => ({
      act: 'redirect',
      facts: { at: pointer, state: row.target?.slice(1) ?? '', to: step },
      write: (writing) => {
        const there = rowAt(writing, pointer);
        if (!there) return false;
        there.target = `#${step}`;
        return true;
      },
    }));
};

/** Acts that change nothing about where a case is. */
const staying: ReadonlySet<string> = new Set(['status-request', 'add-info', 'submit-statement', 'org-statement']);

/** A way that means this act: at any time where it can stand there, or in the step alone. */
export function offers(draft: Draft, step: string, act: string, by: string | undefined): readonly Edit[] {
  const isStaying = staying.has(act);
  const aims = aimsOf(act, draft);
  const own = spotOf(draft, step)?.state;
  const like = spots(draft).filter(({ state }) => state.tags?.some((tag) => aims.has(tag)));
  const targets = isStaying
    ? [undefined]
    : [...new Set([...like.map(({ state }) => `#${state.id}`), ...(own ? rowsIn(own).flatMap(({ target }) => target ?? []) : [])])];
  const isAlways = ['withdraw', 'status-request', 'add-info'].includes(act);
  return targets.flatMap((target) =>
    (isAlways ? [undefined, step] : [step]).map(
      (where): Edit => ({
        act: 'way',
        facts: { event: act, ...(where !== undefined && { state: where }), ...(target !== undefined && { to: target.slice(1) }) },
        write: (writing) => {
          const holder = where === undefined ? writing.machine : spotOf(writing, where)?.state;
          if (!holder) return false;
          const event = eventFor(act, writing, by ?? (isAlways ? 'complainant' : undefined));
          const rows = rowsUnder(holder, 'on', event);
          const row: (typeof rows)[number] = target === undefined ? {} : { target };
          const said = kebab(act) === 'status-request' ? ['progress'] : [];
          if (said.length > 0) tellOn(writing, row, own, { to: 'complainant', contents: said });
          if (act === 'add-info') row.actions = [{ type: 'record', params: { record: 'statement' } }];
          rows.push(row);
          return true;
        },
      }),
    ),
  );
}

/** A step with this purpose, as one of ours, put on a way: the case passes it and goes on as before. */
export function inserts(draft: Draft, pointer: string, stages: readonly string[]): readonly Edit[] {
  const target = rowAt(draft, pointer)?.target;
  if (target === undefined) return [];
  return stages.flatMap((stage): readonly Edit[] => {
    const [like] = stepsLike(stage, draft);
    return (like ? [[{ target }], ...givenUp(draft, like.state)] : []).map((late) => ({
      act: 'insert',
      facts: { at: pointer, stage, to: target.slice(1), late: late.map((each) => each.target.slice(1)) },
      write: (writing) => insert(writing, { pointer, stage, target, late }),
    }));
  });
}

/**
 * Where the deadline of such a step leads in ours, if the procedure has that as well: to an end, since what nobody did does not count as done, or
 * where our conditions choose.
 */
function givenUp(draft: Draft, { after }: Pick<State, 'after'>): readonly (readonly Late[])[] {
  const lists = Object.values(after ?? {}).map((rows) =>
    rows.flatMap(({ target, guard }) => (target ? [{ target, ...(guard && { guard }) }] : [])),
  );
  const isEnd = ({ target }: Late): boolean => spotOf(draft, target.slice(1))?.state.type === 'final';
  const ends = lists.flatMap((rows) => rows.slice(-1)).filter(isEnd);
  const isKnown = ({ target, guard }: Late): boolean =>
    spotOf(draft, target.slice(1)) !== undefined &&
    (!guard || ('field' in guard.params && guard.params.as === undefined && Object.hasOwn(draft.data, guard.params.field)));
  return [...ends.map(({ target }) => [{ target }]), ...lists.filter((rows) => rows.length > 1 && rows.every(isKnown))];
}

/** A way of a deadline that has passed. */
type Late = { readonly target: string; readonly guard?: NonNullable<Row['guard']> };

interface Inserted {
  readonly pointer: string;
  readonly stage: string;
  readonly target: string;
  /** Where its deadline leads. */
  readonly late: readonly Late[];
}

function insert(draft: Draft, { pointer, stage, target, late }: Inserted): boolean {
  const row = rowAt(draft, pointer);
  const [like] = stepsLike(stage, draft);
  const beside = spotOf(draft, target.slice(1))?.beside;
  const invoke = like?.state.invoke;
  if (!row || !like || !beside || !invoke || (invoke.src !== 'task' && invoke.src !== 'letter')) return false;
  const { state: ours, source } = like;
  const id = freeId(
    spots(draft).map(({ state }) => state.id),
    ours.id,
  );
  const owner = ours.meta?.owner ?? (invoke.src === 'task' ? invoke.input.role : undefined);
  const accountable = owner === undefined ? undefined : roleFor(owner, draft);
  const after = Object.entries(ours.after ?? {}).find(
    ([delay, rows]) => source.delays[delay]?.days !== undefined || rows.some((each) => each.target),
  );
  const delay = freeId(Object.keys(draft.delays), `${id}By`);
  const { title: _, ...length } = source.delays[after?.[0] ?? ''] ?? { days: 7 };
  draft.delays[delay] = {
    title: wordsFor(draft, ours.meta?.title),
    ...(length.remaining === undefined && length.until === undefined && !length.repeat ? length : { days: 7 }),
  };
  const on: Record<string, { target: string }[]> = {};
  beside[id] = {
    id,
    tags: (ours.tags ?? []).filter((tag) => tag.startsWith('stage:') || tag.startsWith('wait:')),
    meta: { title: wordsFor(draft, ours.meta?.title), ...(accountable !== undefined && { owner: accountable }) },
  };
  const made = beside[id];
  if (invoke.src === 'letter') {
    const letter = source.letters[invoke.input.letter];
    if (!letter) return false;
    made.invoke = {
      src: 'letter',
      input: { letter: takeLetter(invoke.input.letter, letter, draft) },
      onDone: [{ target }],
      onError: [{ target }],
    };
  } else {
    const role = roleFor(invoke.input.role, draft);
    if (role === undefined) return false;
    const event = Object.keys(ours.on ?? {}).find((each) => source.events[each]?.by === undefined && !each.startsWith('clock.'));
    if (event === undefined) return false;
    const excludes = invoke.input.excludes?.flatMap((each) => roleFor(each, draft) ?? []);
    made.invoke = {
      src: 'task',
      input: {
        role,
        ...(invoke.input.form !== undefined && { form: takeForm(invoke.input.form, source, draft) }),
        ...(excludes && excludes.length > 0 && { excludes: [...new Set(excludes)] }),
      },
    };
    const act = source.events[event]?.act ?? kebab(event);
    on[eventFor(act, draft)] = [{ target }];
    made.on = on;
  }
  const letters = (ours.entry ?? []).flatMap(({ type, params }) => (type === 'letter' ? [params.letter] : []));
  if (letters.length > 0)
    made.entry = letters.flatMap((each) => {
      const letter = source.letters[each];
      return letter ? [{ type: 'letter', params: { letter: takeLetter(each, letter, draft) } }] : [];
    });
  const rows: DraftRow[] = copyOf(late);
  made.after = { [delay]: rows };
  for (const to of ['processOwner', 'complainant'])
    for (const each of Object.hasOwn(draft.roles, to) ? rows : []) tellOn(draft, each, made, { to, contents: [] });
  row.target = `#${id}`;
  return true;
}
