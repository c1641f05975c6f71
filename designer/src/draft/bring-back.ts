import { parseScript, pointerTo } from '@redress/engine';
import { applyPatches, valueAt } from '../model/apply-patches.ts';
import type { Command } from '../model/command.ts';
import type { DesignDocument } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { sections } from '../model/property-commands.ts';
import type { Dispute } from './disputes.ts';
import { isThere, triedOut } from './element-facts.ts';

/** The draft as the reader left it, without what the others did meanwhile. */
export const asLeft = (before: DesignDocument, { mine }: Dispute): DesignDocument =>
  applyPatches(
    before,
    mine.flatMap(({ patches }) => patches),
  );

/** What was changed here and removed there: it is in nobody's draft now but in the reader's own. */
export const goneMeanwhile = (before: DesignDocument, now: DesignDocument, dispute: Dispute): readonly string[] => {
  const left = asLeft(before, dispute);
  return dispute.elements.filter((element) => isThere(left, element) && !isThere(now, element));
};

/** Edits that bring it back as the reader left it; what stood around it has to be there. Ways that led there find it again: it keeps its id. */
export function bringBack(before: DesignDocument, now: DesignDocument, dispute: Dispute): readonly Command[] {
  const { definition, scenarios } = asLeft(before, dispute);
  return goneMeanwhile(before, now, dispute).flatMap((element): Command[] => {
    const tried = triedOut(element);
    if (tried) return triedAgain(fieldsOf(scenarios[tried.part])[tried.id], tried.id);
    const path = pathTo(definition, element);
    const value = path && valueAt(definition, path);
    return path === undefined || value === undefined ? [] : [{ name: 'value.set', payload: { at: pointerTo(path), value } }];
  });
}

/** Nothing names a scenario by its id: under a new one it is the same. */
function triedAgain(tried: unknown, id: string): Command[] {
  if (typeof tried === 'string') return [{ name: 'gap.set', payload: { what: id, reason: tried } }];
  const script = parseScript(tried);
  return script.ok ? [{ name: 'scenario.add', payload: { title: script.value.title ?? id, script: script.value } }] : [];
}

function pathTo(definition: DesignDocument['definition'], element: string): readonly string[] | undefined {
  const place = placesOf(definition).get(element);
  if (place) return place.path;
  const [kind = '', id = ''] = element.split(':');
  const section = Object.entries(sections).find(([word]) => word === kind)?.[1];
  return section !== undefined && fieldsOf(definition[section])[id] !== undefined ? [section, id] : undefined;
}
