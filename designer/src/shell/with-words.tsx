import { Outlet } from '@tanstack/react-router';
import type { WordyPart } from '../language/messages.ts';
import { PartCatalogue } from './part-catalogue.tsx';

/** Pages within have the words of a part as well. */
export function withWords(of: WordyPart) {
  return () => (
    <PartCatalogue of={of}>
      <Outlet />
    </PartCatalogue>
  );
}
