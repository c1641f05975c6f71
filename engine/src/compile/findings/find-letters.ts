import type { Definition, LetterBlock, Text } from '../../definition/definition.ts';
import { unwritten } from '../../definition/unwritten.ts';
import { carrierIn, knownPlaceholders, placeholdersOf } from '../../letter/placeholders.ts';
import { dueOf } from '../compile-states.ts';
import { own } from '../own.ts';
import { type Findings, found, unknown } from './found.ts';
import type { Survey } from './survey.ts';

/** Whatever stands in braces was meant as one. */
const braces = /\{([^{}]*)\}/g;

/** Letters: `letter-to-nobody`, `unknown-placeholder`, `claim-without-fact`, `due-without-deadline`. */
export function* findLetters(survey: Survey): Findings {
  const { definition } = survey;
  for (const sending of sendingsOf(survey)) {
    const { letter: id, to, at, part } = sending;
    const letter = own(definition.letters, id);
    const receivers = to ?? letter?.to ?? [];
    // `system` reads no letters.
    if (letter && !receivers.some((role) => role !== 'system')) yield found('letter-to-nobody', at + part, { letter: id });
    yield* findMissingDue(sending, survey);
  }
  const known = knownPlaceholders(definition);
  for (const [id, letter] of Object.entries(definition.letters)) {
    yield* findPlaceholders(letter.subject, `/letters/${id}/subject`, known);
    for (const [index, block] of letter.blocks.entries()) {
      const at = `/letters/${id}/blocks/${index}`;
      yield* findPlaceholders(block.text, `${at}/text`, known);
      for (const [which, variant] of (block.variants ?? []).entries())
        yield* findPlaceholders(variant.text, `${at}/variants/${which}/text`, known);
      yield* findClaims(block, at, definition);
    }
  }
}

interface Sending {
  readonly letter: string;
  readonly to?: readonly string[];
  readonly at: string;
  /** Where below that place the letter is named. */
  readonly part: string;
  /** The step or stage that sends it; empty: the root, or a clock. */
  readonly state: string;
}

const sendingsOf = ({ definition, places, actions }: Survey): readonly Sending[] => [
  ...actions.flatMap(({ action, at, state }) => (action.type === 'letter' ? [{ ...action.params, at, part: '/params', state }] : [])),
  ...places.flatMap(({ id, at, definition: { invoke } }) =>
    invoke?.src === 'letter' ? [{ ...invoke.input, at: `${at}/invoke`, part: '/input', state: id }] : [],
  ),
  ...Object.entries(definition.clocks).flatMap(([id, { extension }]) =>
    extension ? [{ letter: extension.letter, at: `/clocks/${id}/extension`, part: '/letter', state: '' }] : [],
  ),
];

/** A paragraph that has to tell something names the deadline of a step that has none: the case could not go on there. */
function* findMissingDue({ letter, at, state }: Sending, { definition, states }: Survey): Findings {
  const step = states.get(state);
  // What a stage or the root sends speaks of whichever step the case is in.
  if (!step || step.children.length > 0) return;
  const around = [state, ...step.around].flatMap((id) => states.get(id)?.definition ?? []);
  if (around.every((each) => dueOf(definition, each) === undefined) && tellsDue(own(definition.letters, letter)))
    yield found('due-without-deadline', at, { letter, step: state });
}

const tellsDue = (letter: Definition['letters'][string] | undefined): boolean =>
  letter?.blocks.some(
    ({ tells, text, variants = [] }) =>
      tells !== undefined && [text, ...variants.map((variant) => variant.text)].some((words) => placeholdersOf(words).includes('step.due')),
  ) === true;

function* findPlaceholders(text: Text, at: string, known: ReadonlySet<string>): Findings {
  for (const [language, words] of Object.entries(text)) {
    for (const name of namesIn(words)) if (!known.has(name)) yield unknown('unknown-placeholder', `${at}/${language}`, name, known);
  }
}
const namesIn = (words: string): readonly string[] => [...words.matchAll(braces)].map(([, name]) => name ?? '');

/** What a block says it tells, it must carry, in every language and every variant. */
function* findClaims(block: LetterBlock, at: string, definition: Definition): Findings {
  const texts = [
    { text: block.text, at: `${at}/text` },
    ...(block.variants ?? []).map(({ text }, which) => ({ text, at: `${at}/variants/${which}/text` })),
  ];
  for (const told of block.tells ?? []) {
    const carries = carrierIn(told, definition);
    if (!carries) continue;
    for (const { text, at: place } of texts) {
      for (const [language, words] of Object.entries(text)) {
        if (words !== unwritten && !namesIn(words).some(carries))
          yield found('claim-without-fact', `${place}/${language}`, { tells: told });
      }
    }
  }
}
