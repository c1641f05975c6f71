import type { Definition } from '@redress/engine';
import type { Element } from '../check/element.ts';
import type { Examined } from '../check/examined.ts';
import { holds, missing } from '../check/holds.ts';
import type { Predicate } from '../check/predicate.ts';
import { type Draft, type DraftRow, type DraftState, readable, rowAt, spotOf } from './draft.ts';
import type { Edit } from './edit.ts';
import { askIn, askOn, fileIn, fileOn, formOfWay } from './filing.ts';
import { roleFor, stepsLike } from './material.ts';
import { tellIn, tellOn } from './telling.ts';
import { deadlines, updates } from './waiting.ts';
import { redirects } from './ways.ts';

/** Different ways to make an element what a predicate says; none where nobody could know. */
export function satisfied(examined: Examined, element: Element, predicate: Predicate): readonly Edit[] {
  const { definition } = examined.graph;
  if (holds(predicate, element, definition)) return [];
  const draft = readable(definition);
  switch (predicate.is) {
    case 'and':
      return predicate.of
        .filter((each) => !holds(each, element, definition))
        .map((each) => satisfied(examined, element, each))
        .reduce<readonly Edit[]>(
          (before, more) => (before.length === 0 ? more : before.flatMap((one) => more.map((other) => together(one, other)))),
          [],
        );
    case 'or':
      return predicate.of.flatMap((each) => satisfied(examined, element, each));
    case 'deadline':
      return deadlines(draft, element.step);
    case 'done':
      return element.way ? [] : plain({ is: 'records', records: [predicate.record] }, element, [predicate.record], definition);
    case 'not':
      return predicate.of.is === 'party' ? plain({ is: 'party', party: 'organisation' }, element, [], definition) : [];
    case 'progress':
      return [updates(element.step)];
    case 'to': {
      const steps = [...examined.graph.states.keys()].filter((id) => holds(predicate.target, examined.elements.whole(id), definition));
      return redirects(draft, element.address, steps);
    }
    default:
      return plain(predicate, element, missing(predicate, element, definition), definition);
  }
}

export const together = (one: Edit, other: Edit): Edit => ({
  ...one,
  facts: { ...other.facts, ...one.facts },
  write: (draft) => one.write(draft) && other.write(draft),
});

function plain(predicate: Predicate, element: Element, lacking: readonly string[], definition: Definition): readonly Edit[] {
  const { step, address } = element;
  const facts = { state: step, ...(lacking.length > 0 && { missing: [...lacking] }) };
  const inStep = (act: Edit['act'], write: (draft: Draft, state: DraftState) => boolean, more: Edit['facts'] = {}): Edit => ({
    act,
    facts: { ...facts, ...more },
    write: (draft) => {
      const state = spotOf(draft, step)?.state;
      return state !== undefined && write(draft, state);
    },
  });
  const onWay = (act: Edit['act'], write: (draft: Draft, row: DraftRow) => boolean, more: Edit['facts'] = {}): Edit => ({
    act,
    facts: { ...facts, at: address, ...more },
    write: (draft) => {
      const row = rowAt(draft, address);
      return row !== undefined && write(draft, row);
    },
  });
  const isWay = element.way !== undefined;
  switch (predicate.is) {
    case 'tells':
    case 'target-tells': {
      const news = { to: predicate.to, contents: predicate.contents.length === 0 ? [] : lacking };
      return isWay
        ? [onWay('tell', (draft, row) => tellOn(draft, row, spotOf(draft, step)?.state, news), { role: predicate.to })]
        : [inStep('tell', (draft, state) => tellIn(draft, state, news), { role: predicate.to })];
    }
    case 'reported':
      return [
        onWay('tell', (draft, row) => tellOn(draft, row, spotOf(draft, step)?.state, { to: 'processOwner', contents: [] }), {
          role: 'processOwner',
        }),
      ];
    case 'records':
    case 'files':
      return isWay ? [onWay('file', (_, row) => fileOn(row, lacking))] : [inStep('file', (draft, state) => fileIn(draft, state, lacking))];
    case 'fields':
    case 'fills':
    case 'asks': {
      const isRequired = predicate.is !== 'asks';
      if (!isWay) return [inStep('ask', (draft, state) => askIn(draft, state, lacking, isRequired))];
      const event = element.way?.row.name ?? '';
      return [
        onWay('ask', (draft) => {
          const form = formOfWay(draft, event);
          if (form === undefined) return false;
          askOn(draft, form, lacking, isRequired);
          return true;
        }),
      ];
    }
    case 'excludes':
      return [inStep('exclude', (draft, state) => keepAway(draft, state, lacking))];
    case 'hides':
      return [
        inStep('hide', (_, { invoke }) => {
          if (invoke?.src !== 'task') return false;
          invoke.input.hides = [...new Set([...(invoke.input.hides ?? []), ...lacking])];
          return true;
        }),
      ];
    case 'no-charge':
      return [inStep('free', (_, { meta }) => meta !== undefined && delete meta.charge)];
    case 'accountable':
      return [inStep('owner', answering)];
    case 'independent':
    case 'party': {
      const party = predicate.is === 'party' ? predicate.party : 'provider';
      return takersOf(party, element, readable(definition)).map((role) =>
        inStep('outside', (draft, { invoke }) => given(draft, invoke, role), { role }),
      );
    }
    case 'by':
    case 'open-to':
      return [onWay('sender', (draft, row) => sentBy(draft, row, predicate.sender), { role: predicate.sender })];
    // Only where somebody consents: a refusal, or an expired deadline, stores no consent.
    case 'consent':
      if (!element.way?.acts.includes('consent')) return [];
      return [onWay('consent', (_, row) => meant(row, { consent: [...new Set([...(row.meta?.consent ?? []), ...predicate.parties])] }))];
    case 'binding':
      if (!element.way?.acts.includes('consent')) return [];
      return [onWay('consent', (_, row) => meant(row, { binding: true }))];
    default:
      return [];
  }
}

function meant(row: DraftRow, meta: NonNullable<DraftRow['meta']>): boolean {
  row.meta = { ...row.meta, ...meta };
  return true;
}

/** Whoever had these roles in a case is kept away from the step. */
export function keepAway(draft: Draft, { invoke }: DraftState, names: readonly string[]): boolean {
  if (invoke?.src !== 'task' && invoke?.src !== 'case') return false;
  const roles = names.map((name) => roleFor(name, draft));
  if (roles.some((role) => role === undefined)) return false;
  invoke.input.excludes = [...new Set([...(invoke.input.excludes ?? []), ...roles.flatMap((role) => role ?? [])])];
  return true;
}

/** Whoever does the task answers for it; else whoever handles complaints, or the process. */
function answering(draft: Draft, state: DraftState): boolean {
  const role = state.invoke?.src === 'task' ? state.invoke.input.role : undefined;
  const ours =
    role !== undefined && draft.roles[role]?.party === 'organisation'
      ? role
      : (roleFor('handler', draft) ?? roleFor('processOwner', draft));
  if (ours === undefined || !state.meta) return false;
  state.meta.owner = ours;
  return true;
}

/** Who may get a task of a side: of an outside body only one that is independent, where there is any; whoever has such a task in ours comes first. */
function takersOf(party: string, { stages }: Element, draft: Draft): readonly string[] {
  const ids = Object.keys(draft.roles).filter((id) => draft.roles[id]?.party === party && draft.roles[id]?.heldBy === undefined);
  const fit =
    party === 'provider' && ids.some((id) => draft.roles[id]?.independent) ? ids.filter((id) => draft.roles[id]?.independent) : ids;
  const ours = [...stages]
    .flatMap((stage) => stepsLike(stage, draft))
    .flatMap(({ state: { invoke } }) => (invoke?.src === 'task' ? [invoke.input.role] : []));
  const found = fit.toSorted((one, other) => Number(ours.includes(other)) - Number(ours.includes(one))).slice(0, 3);
  return found.length === 0 && party === 'organisation' ? ['handler'] : found;
}

function given(draft: Draft, invoke: DraftState['invoke'], name: string): boolean {
  const role = roleFor(name, draft);
  if (invoke?.src !== 'task' || role === undefined) return false;
  invoke.input.role = role;
  return true;
}

function sentBy(draft: Draft, row: DraftRow, sender: string): boolean {
  const roles = Object.keys(draft.roles).filter((id) => id === sender || draft.roles[id]?.party === sender);
  if (roles.length === 0) return false;
  row.meta = { ...row.meta, by: roles };
  return true;
}
