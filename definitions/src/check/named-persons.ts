import type { Definition } from '@redress/engine';

/**
 * Whether somebody can say who is meant by a role that nobody holds by office, such as the person complained about: without a field that names them, and
 * a form that asks it, keeping them away keeps away nobody. What another procedure starts is told by that one.
 */
export function canBeNamed(role: string, { kind, roles, forms }: Definition): boolean {
  if (kind !== 'complaint') return true;
  const field = roles[role]?.heldBy;
  const lines = Object.values(forms).flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  return field !== undefined && lines.some((line) => line.field === field && !line.readOnly);
}
