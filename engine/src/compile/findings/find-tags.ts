import { type Findings, found } from './found.ts';
import type { Survey } from './survey.ts';

/** Tags: `wait-twice`, `end-without-outcome`, `stage-on-stage-step`. */
export function* findTags({ definition, places }: Survey): Findings {
  for (const { at, kind, around, definition: state } of places) {
    const tags = state.tags ?? [];
    const waits = tags.filter((tag) => tag.startsWith('wait:'));
    // Whose move it is follows from the role of the task; a second word could only contradict it.
    const twice = state.invoke?.src === 'task' ? waits : waits.slice(1);
    for (const tag of twice) yield found('wait-twice', `${at}/tags/${tags.indexOf(tag)}`, { tag });
    if (kind !== 'atomic') {
      for (const [index, tag] of tags.entries())
        if (tag.startsWith('stage:')) yield found('stage-on-stage-step', `${at}/tags/${index}`, { tag, kind });
    }
    const outcomes = tags.filter((tag) => tag.startsWith('outcome:'));
    if (kind === 'final' && around.length === 0 && outcomes.length !== 1 && definition.machine.type !== 'parallel') {
      yield found('end-without-outcome', at, { outcomes });
    }
  }
}
