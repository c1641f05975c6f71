import type { Definition } from '../../definition/definition.ts';
import { uncountableOf } from '../../time/due-at.ts';
import { lengthOf } from '../../time/term.ts';
import { leavingDelays } from '../leaving-delays.ts';
import { own } from '../own.ts';
import { type Findings, found } from './found.ts';
import type { RowList, Survey } from './survey.ts';
import { targetOf } from './ways.ts';

/** Timers: `delay-uncountable`, `two-deadlines`, `repeat-leads-away`, `due-is-no-row`; and rows that lead nowhere new: `deadline-stays`, `own-history`. */
export function* findTimers(survey: Survey): Findings {
  const { definition, places, lists } = survey;
  yield* findUncountable(definition);
  for (const { at, definition: state } of places) {
    const deadlines = leavingDelays(state.after, definition);
    for (const delay of deadlines.slice(1))
      yield found('two-deadlines', `${at}/after/${delay}`, { first: deadlines[0] ?? '', second: delay });
    const due = state.invoke?.src === 'task' ? state.invoke.input.due : undefined;
    if (due !== undefined && !Object.hasOwn(state.after ?? {}, due)) {
      yield found('due-is-no-row', `${at}/invoke/input/due`, { delay: due, rows: Object.keys(state.after ?? {}) });
    }
  }
  for (const list of lists) {
    yield* findLeading(list, survey);
    yield* findOwnHistory(list, survey);
  }
}

/** A constant that no calendar can count: a case that asked for it could not go on. */
function* findUncountable({ delays }: Definition): Findings {
  for (const [id, delay] of Object.entries(delays)) {
    for (const [at, duration] of [[`/delays/${id}`, delay] as const, [`/delays/${id}/atMost`, delay.atMost ?? {}] as const]) {
      const length = lengthOf<number | string>(duration);
      const problem = typeof length?.amount === 'number' ? uncountableOf(length.unit, length.amount) : undefined;
      if (length && problem) yield found('delay-uncountable', `${at}/${length.unit}`, { delay: id, problem, amount: length.amount });
    }
  }
}

function* findLeading(list: RowList, survey: Survey): Findings {
  const repeats = list.via === 'after' && own(survey.definition.delays, list.name)?.repeat === true;
  for (const [index, row] of list.rows.entries()) {
    const target = targetOf(row, survey);
    if (repeats && row.target !== undefined) yield found('repeat-leads-away', `${list.at}/${index}/target`, { delay: list.name });
    // XState does not leave the step for such a row: its timers and its work would never begin again.
    const stays = target !== undefined && (target.id === list.source || target.around.includes(list.source)) && row.reenter !== true;
    if (stays && list.source !== '' && list.via !== 'on' && list.via !== 'always')
      yield found('deadline-stays', `${list.at}/${index}/target`, { step: list.source, target: target.id });
  }
}

/** XState would enter what the history remembers without leaving what is active: two steps of one stage at once. */
function* findOwnHistory({ rows, at, source }: RowList, survey: Survey): Findings {
  const state = survey.states.get(source);
  for (const [index, row] of rows.entries()) {
    const target = targetOf(row, survey);
    if (target?.kind !== 'history') continue;
    const [stage = ''] = target.around;
    // The machine itself is never left, so that what stands at its top has nothing to remember.
    if (stage === '' || (state && (state.id === stage || state.around.includes(stage))))
      yield found('own-history', `${at}/${index}/target`, { step: source, stage });
  }
}
