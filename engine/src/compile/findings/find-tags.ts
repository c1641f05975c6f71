import { type Findings, found, warned } from './found.ts';
import type { Survey } from './survey.ts';

/** Tags: `wait-twice`, `end-without-outcome`, `stage-on-stage-step`; the warning `wait-elsewhere`. */
export function* findTags({ definition, places }: Survey): Findings {
  for (const { id, at, kind, around, definition: state } of places) {
    const tags = state.tags ?? [];
    const waits = tags.filter((tag) => tag.startsWith('wait:'));
    // Whose move it is follows from the role of the task; a second word could only contradict it.
    const twice = state.invoke?.src === 'task' ? waits : waits.slice(1);
    for (const tag of twice) yield found('wait-twice', `${at}/tags/${tags.indexOf(tag)}`, { tag });
    // Clocks that rest with the stage would rest as well while somebody else is at work in it.
    for (const tag of twice.length > 0 ? [] : waits) {
      const other = places.find((each) => each.around.includes(id) && [...each.tags].some((one) => one.startsWith('wait:') && one !== tag));
      if (other) yield warned('wait-elsewhere', `${at}/tags/${tags.indexOf(tag)}`, { tag, step: other.id });
    }
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
