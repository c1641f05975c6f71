import type { ComponentType } from 'react';
import { late } from './late.tsx';
import { PartCatalogue } from './part-catalogue.tsx';

/** A late part of a drawing that says more than what is drawn: its words come with it. */
export function lateDetail<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Part = late(load);
  const show = (props: Props) => (
    <PartCatalogue of="details">
      <Part {...props} />
    </PartCatalogue>
  );
  return Object.assign(show, { ahead: Part.ahead });
}
