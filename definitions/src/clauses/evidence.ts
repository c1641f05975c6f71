import type { Definition, Text } from '@redress/engine';
import evidence from './evidence.json' with { type: 'json' };
import standards from './standards.json' with { type: 'json' };

type Kind = Definition['kind'];

/** A clause of a standard, by the number and in our own words: nothing is copied from the standard. */
export interface Clause {
  /** `10002/7.4` */
  readonly id: string;
  readonly standard: string;
  readonly number: string;
  readonly title: Text;
  /** Whether somebody compared the number with a licensed copy. */
  readonly checkedAgainstLicensedCopy: boolean;
}

/** What a word of the standards vocabulary says, and which clauses it is evidence for in each kind of procedure. */
export interface Meaning {
  readonly title: Text;
  /** Kinds of procedure in which the word has its place, each with the ids of its clauses, the first before all. Others have no clause for it. */
  readonly clauses: Partial<Readonly<Record<Kind, readonly string[]>>>;
}

/** How a measure is usually counted, and over which time. */
export interface Measure extends Meaning {
  readonly unit: string;
  readonly per: string;
}

/** `tags`: what a step is for. `acts`: what a way means. `publishes`: what is made public. `kpis`: what is measured. */
export type Vocabulary = 'tags' | 'acts' | 'publishes' | 'kpis';
/** What a procedure has beside steps and ways, and clauses ask for. */
export type ProvingPart = keyof typeof evidence.parts;

/** Every word that we know in a vocabulary; others are allowed, and nobody's evidence. */
export const meanings: Readonly<Record<Vocabulary, ReadonlyMap<string, Meaning>>> = {
  tags: new Map<string, Meaning>(Object.entries(evidence.tags)),
  acts: new Map<string, Meaning>(Object.entries(evidence.acts)),
  publishes: new Map<string, Meaning>(Object.entries(evidence.publishes)),
  kpis: new Map<string, Meaning>(Object.entries(evidence.kpis)),
};
export const measures: ReadonlyMap<string, Measure> = new Map(Object.entries(evidence.kpis));
const parts = new Map<string, Meaning['clauses']>(Object.entries(evidence.parts));
const known: ReadonlyMap<string, Clause> = new Map(
  Object.entries(standards).flatMap(([key, { name, checkedAgainstLicensedCopy, clauses }]) =>
    Object.entries(clauses).map(([number, title]): [string, Clause] => {
      const id = `${key}/${number}`;
      return [id, { id, standard: name, number, title, checkedAgainstLicensedCopy }];
    }),
  ),
);

/** Every clause that a word or a rule of ours names, as the standards count them. */
export const clauses: readonly Clause[] = [...known.values()].sort((one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }));

/** A clause by its id, as rules name it: `10002/7.4`. */
export const clauseOf = (id: string): Clause | undefined => known.get(id);

/** Whether a word has its place in a kind of procedure; in one that follows no standard every word has. */
export const belongsTo = ({ clauses }: Meaning, kind: Kind): boolean => kind === 'general' || clausesFor(clauses, kind) !== undefined;

/** The clauses for which a word is evidence in a kind of procedure, the first before all. */
export const clausesOf = (meaning: Meaning | undefined, kind: Kind): readonly Clause[] => clausesFor(meaning?.clauses ?? {}, kind) ?? [];

/** The same for what a procedure has beside its steps and ways. */
export const clausesOfPart = (part: ProvingPart, kind: Kind): readonly Clause[] => clausesFor(parts.get(part) ?? {}, kind) ?? [];

/** An internal review follows the clauses of complaints where it has none of its own. */
function clausesFor(clauses: Meaning['clauses'], kind: Kind): readonly Clause[] | undefined {
  const ids = clauses[kind] ?? (kind === 'escalation' ? clauses.complaint : undefined);
  return ids?.flatMap((id) => known.get(id) ?? []);
}
