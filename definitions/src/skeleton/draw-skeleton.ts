import { type SkeletonAnswers, shareOut } from './skeleton-answers.ts';
import { rolesFor, skeletonMachine } from './skeleton-machine.ts';
import parts from './skeleton-parts.json' with { type: 'json' };

/** The languages in which every text of the skeleton stands, behind those that a procedure has already. */
export const skeletonLanguages = (languages: readonly string[]): readonly string[] => [...new Set([...languages, 'en', 'fa', 'pl'])];

/**
 * A complaint procedure after ISO 10002 as four answers want it, complete but for what only the organisation knows: a definition without id.
 * What no step, letter or form of it names is left out.
 */
export function drawSkeleton(answers: SkeletonAnswers): Readonly<Record<string, unknown>> {
  const { answerBy, acknowledgeBy, languages } = answers;
  const machine = skeletonMachine(answers);
  const named = namesIn(machine);
  const start = { form: 'lodging', by: answers.desk ? ['complainant', rolesFor(answers).frontline] : ['complainant'] };
  const events = chosen(parts.events, (id) => named.has(id));
  const forms = chosen(formsFor(answers), (id) => id === start.form || named.has(id) || namesIn(events).has(id));
  const letters = chosen(lettersFor(answers), (id) => named.has(id));
  const roles = rolesIn(answers);
  const asked = new Set([...named, ...namesIn(forms), ...namesIn(roles)]);
  const readers = Object.keys(roles).filter((id) => id !== 'complainant' && id !== 'subject' && id !== 'provider');
  const shares = shareOut(answers);
  const workingDays = (amount: number) => ({ workingDays: amount });
  const delays: Readonly<Record<keyof typeof parts.delays, object>> = {
    receiveBy: workingDays(shares.receive),
    acknowledgeBy: workingDays(acknowledgeBy),
    assessBy: workingDays(shares.assess),
    investigateBy: workingDays(shares.investigate),
    update: { days: 7, repeat: true },
    decideBy: workingDays(shares.decide),
    respondBy: workingDays(shares.respond),
    answerReminder: { days: 14 },
    answerBy: { days: 30 },
    reviewBy: workingDays(10),
    offerOpen: { days: 30 },
    externalBy: { days: answers.outside === 'procedure' ? 330 : 365 },
    remedyBy: workingDays(10),
    closeBy: workingDays(5),
    promise: { [answerBy.unit]: answerBy.amount, ends: 'endOfDay', counts: 'nextDay' },
  };
  return {
    format: 1,
    kind: 'complaint',
    title: parts.title,
    summary: parts.summary,
    languages: skeletonLanguages(languages),
    calendar: 'organisation',
    channels: ['in-person', 'phone', 'email', 'letter'],
    publishes: parts.publishes,
    retention: parts.retention,
    kpis: parts.kpis,
    roles,
    data: Object.fromEntries(
      Object.entries(parts.data)
        .filter(([id]) => asked.has(id))
        .map(([id, field]) => [id, 'visibleTo' in field ? { ...field, visibleTo: [...field.visibleTo, ...readers] } : field]),
    ),
    start,
    forms,
    events,
    delays: Object.fromEntries(
      Object.entries(delays)
        .filter(([id]) => id === 'promise' || named.has(id))
        .map(([id, length]) => [id, { title: parts.delays[id as keyof typeof delays], ...length }]),
    ),
    clocks: {
      answer: {
        title: parts.clock,
        kind: 'law',
        limit: 'promise',
        starts: ['stage:receipt'],
        stops: ['stage:response', 'stage:external-offer'],
        warnAt: [75],
        expiryMeans: 'breach',
        source: 'own promise',
      },
    },
    letters,
    ...(answers.outside === 'procedure' ? { links: ['dispute'] } : {}),
    machine,
  };
}

function rolesIn(answers: SkeletonAnswers): Readonly<Record<string, object>> {
  const { frontline, handler, decisionMaker, reviewer, provider, complainant, management, subject } = parts.roles;
  const competence = [...handler.competence, ...(answers.answering === 'one' ? decisionMaker.competence : [])];
  return {
    complainant,
    ...(answers.answering === 'three' ? { frontline } : {}),
    handler: { ...handler, competence },
    ...(answers.answering === 'one' ? {} : { decisionMaker }),
    ...(answers.again ? { reviewer } : {}),
    management,
    subject,
    ...(answers.outside === 'named' ? {} : { provider }),
  };
}

/** Who may speak for somebody else is asked only where somebody may. */
function formsFor({ representative }: SkeletonAnswers): typeof parts.forms {
  if (representative) return parts.forms;
  const without = (sections: readonly { readonly fields: readonly { readonly field: string }[] }[]) =>
    sections.map((section) => ({ ...section, fields: section.fields.filter(({ field }) => !forOthers.includes(field)) }));
  const forms = Object.entries(parts.forms).map(([id, form]) => [id, { ...form, sections: without(form.sections) }]);
  return Object.fromEntries(forms);
}
const forOthers: readonly string[] = ['representative', 'authorisation'];

/** The letters say what the answers make of them: whether somebody looks again, and how it goes on outside. */
function lettersFor({ again, outside }: SkeletonAnswers): Readonly<Record<string, object>> {
  const { acceptOnly, disputeMethod, disputeLimits, disputeVoluntary } = parts.blocks;
  const changed = ({ blocks, ...letter }: { readonly blocks: readonly object[] }, by: Readonly<Record<string, object>>) => ({
    ...letter,
    blocks: blocks.map((block) => ('tells' in block && Array.isArray(block.tells) ? (by[String(block.tells)] ?? block) : block)),
  });
  const { decision, externalOffer } = parts.letters;
  return {
    ...parts.letters,
    decision: again ? decision : changed(decision, { 'review-route': acceptOnly }),
    externalOffer:
      outside === 'procedure'
        ? changed(externalOffer, { method: disputeMethod, 'time-limits': disputeLimits, voluntary: disputeVoluntary })
        : externalOffer,
  };
}

const chosen = <Member>(members: Readonly<Record<string, Member>>, isChosen: (id: string) => boolean): Readonly<Record<string, Member>> =>
  Object.fromEntries(Object.entries(members).filter(([id]) => isChosen(id)));

/** Every key and every text inside. */
function namesIn(value: unknown, into: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      into.add(key);
      namesIn(inner, into);
    }
  return into;
}
