import type { ComponentType, ReactNode } from 'react';
import { late } from './late.tsx';
import { PartCatalogue } from './part-catalogue.tsx';

/** A late part of a drawing that says more than what is drawn: its words come with it. `waiting` stands there until both come. */
export function lateDetail<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting?: ReactNode) {
  const Part = late(load, waiting);
  const show = (props: Props) => (
    <PartCatalogue of="details" waiting={waiting}>
      <Part {...props} />
    </PartCatalogue>
  );
  return Object.assign(show, { ahead: Part.ahead });
}
