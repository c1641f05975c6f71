import table from './editable.json' with { type: 'json' };

/** For tests: a property of the format, the command that changes it, and the file in which a person finds its field. */
export interface Edited {
  readonly property: string;
  readonly by: string;
  readonly in: string;
}
type Row = Omit<Edited, 'property'> | { readonly why: string };

/** Every property of the format, in the order of its schema: where it is edited, or why nowhere. */
export const editable: Readonly<Record<string, Row>> = table;

export const edited: readonly Edited[] = Object.entries(editable).flatMap(([property, row]) => ('by' in row ? [{ property, ...row }] : []));

/** These commands write whatever their fields hold: what that is, only the fields can prove. */
const writesAnything: ReadonlySet<string> = new Set(['action.set', 'assign.set', 'call.set', 'delay.set']);
export const isProvedByFields = ({ by, property }: Edited): boolean => writesAnything.has(by) || property.startsWith('condition.');
