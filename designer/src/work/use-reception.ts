import { useMemo, useRef, useState } from 'react';
import { type Draft, useDraft } from '../form/use-draft.ts';
import type { Values } from '../server/shapes/basics.ts';
import type { NewCase } from '../server/shapes/cases.ts';
import type { StartView } from '../server/shapes/definitions.ts';
import type { PersonName } from '../server/shapes/people.ts';

/** How a complaint reached us, apart from what it says. */
export interface ReceptionValue {
  readonly channel: string | undefined;
  /** UTC instant; apart from the moment at which it is entered. */
  readonly receivedAt: string;
  /** For whom staff record it, where somebody is known. */
  readonly person: PersonName | undefined;
}
export interface ReceptionState {
  readonly value: ReceptionValue;
  readonly change: (part: Partial<ReceptionValue>) => void;
  readonly draft: Draft;
  readonly caseOf: (values: Values) => NewCase;
}

/** The same draft as the form's, under a name of its own. Until the time of receipt is touched it is now. */
export function useReception(start: StartView, now: number): ReceptionState {
  const draft = useDraft(`new:${start.definition}:reception`);
  const [touched, setTouched] = useState<Partial<ReceptionValue>>({});
  const kept = useMemo(() => readReception(draft.found ?? {}), [draft.found]);
  const minute = Math.floor(now / 60_000) * 60_000;
  const value: ReceptionValue = {
    channel: start.channels.length === 1 ? start.channels[0]?.value : undefined,
    receivedAt: new Date(minute).toISOString(),
    person: undefined,
    ...kept,
    ...touched,
  };
  const latest = useRef(touched);
  return {
    value,
    draft,
    change: (part) => {
      latest.current = { ...latest.current, ...part };
      setTouched(latest.current);
      draft.keep({ ...kept, ...latest.current });
    },
    caseOf: (values) => ({
      definition: start.definition,
      channel: value.channel ?? '',
      receivedAt: value.receivedAt,
      values,
      ...(value.person ? { onBehalfOf: value.person.id, recorded: { saidAt: value.receivedAt } } : {}),
    }),
  };
}

/** What an earlier visit kept; whatever does not read is left out. */
function readReception({ channel, receivedAt, person }: Values): Partial<ReceptionValue> {
  return {
    ...(typeof channel === 'string' ? { channel } : {}),
    ...(typeof receivedAt === 'string' && !Number.isNaN(Date.parse(receivedAt)) ? { receivedAt } : {}),
    ...(isPerson(person) ? { person } : {}),
  };
}

function isPerson(person: unknown): person is PersonName {
  return (
    typeof person === 'object' &&
    person !== null &&
    'id' in person &&
    typeof person.id === 'string' &&
    'name' in person &&
    typeof person.name === 'string' &&
    'party' in person
  );
}
