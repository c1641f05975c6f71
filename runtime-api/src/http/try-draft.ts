import { type Definition, type Gate, ok, type Result, refuse } from '@redress/engine';
import { readCalendars } from '../definitions/published.ts';
import { RehearsalLine } from '../definitions/rehearsal-line.ts';
import { shippedDefinitions } from '../definitions/shipped-definitions.ts';
import { tryOut } from '../definitions/try-out.ts';
import type { DefinitionDraftDocument } from '../store/models/definition.ts';
import type { HttpRefusal } from './http-refusal.ts';
import type { Office } from './office.ts';
import { examine } from './views/draft-view.ts';

/** A draft that can run, with what its scenarios reach. */
interface TriedDraft {
  readonly definition: Definition;
  readonly findings: Awaited<ReturnType<typeof examine>>['findings'];
  readonly gate: Gate;
}

const line = new RehearsalLine();

/**
 * The scenarios of a draft, played here: on the calendars of the organisation, with its published procedures beside, and with those that come with the
 * product where it has none of that id. What a browser found out about them counts for nothing.
 */
export async function tryDraft(
  office: Office,
  { organisation, text, scenarios }: Pick<DefinitionDraftDocument, 'organisation' | 'text' | 'scenarios'>,
): Promise<Result<TriedDraft, HttpRefusal>> {
  const { findings, definition, others } = await examine(office, organisation, JSON.parse(text));
  if (!definition) return refuse({ code: 'findings', errors: findings.filter(({ severity }) => severity === 'error').length });
  const calendars = await readCalendars(organisation, office.ports.store);
  if (!calendars.ok) return refuse({ ...calendars.refusal, definition: definition.id });
  const beside = [...others, ...shippedDefinitions()];
  const tried = { definition, scenarios: JSON.parse(scenarios ?? '{}'), calendars: calendars.value, beside };
  const gate = await line.play(organisation, () => tryOut(tried));
  return gate.ok ? ok({ definition, findings, gate: gate.value }) : gate;
}

const namesMost = 50;

/** Why a draft with that gate is not published: what nothing reaches, and which scenarios do not go as they are written. */
export const gateNotMet = ({ goals, scenarios }: Gate): HttpRefusal => ({
  code: 'gate-not-met',
  missing: goals.flatMap(({ what, state }) => (state === 'missing' ? [what] : [])).slice(0, namesMost),
  failing: scenarios.flatMap((one) => (one.ok ? [] : [one.id])).slice(0, namesMost),
});
