import type { ReactNode } from 'react';
import { PartCatalogue } from '../shell/part-catalogue.tsx';

/** The words about laws come where one is spoken of: most organisations chose none. */
export function LawCatalogue({ isNeeded, children }: { readonly isNeeded: boolean; readonly children: ReactNode }) {
  return isNeeded ? <PartCatalogue of="law">{children}</PartCatalogue> : children;
}
