import type { ReactNode } from 'react';
import { PartCatalogue } from '../shell/part-catalogue.tsx';

/** The words of the guide, and of what it leads to. */
export const GuideCatalogue = ({ children }: { readonly children: ReactNode }) => (
  <PartCatalogue of="trial">
    <PartCatalogue of="guide">{children}</PartCatalogue>
  </PartCatalogue>
);
