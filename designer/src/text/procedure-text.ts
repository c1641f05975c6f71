import { channelWord } from '../case/channel-words.ts';
import { type Fields, fieldsOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { listed, nameOf } from '../outline/outline-words.ts';
import { kindOf } from '../proof/kind-of.ts';
import { partSections } from './part-text.ts';
import { measuredSection, publishedSection } from './proof-text.ts';
import { formSentence, stepSection, wayLine } from './step-text.ts';
import { fieldNamed, partNames, type TextTelling } from './text-telling.ts';
import { lineOf, type TextLine, type TextSection } from './text-tree.ts';

/**
 * A procedure in plain sentences, in one language: what it is, step by step what happens, and the parts that the steps name. Everything that is
 * drawn is said; what nobody understands is said as it is written.
 */
export function procedureText(telling: TextTelling): readonly TextSection[] {
  const { say, tree } = telling;
  const rows = tree.rows;
  const sections: readonly TextSection[] = [
    { id: 'text-about', heading: say('text.about'), lines: about(telling), sections: [] },
    publishedSection(telling),
    {
      id: 'text-steps',
      heading: say('text.steps'),
      lines:
        rows.length === 0
          ? []
          : [
              lineOf(
                say('text.list', { title: say('outline.any-time') }),
                rows.map((row) => wayLine(row, telling)),
              ),
            ],
      sections: tree.elements.map((element, at) => stepSection(element, String(at + 1), telling)),
    },
    ...partSections(telling),
    measuredSection(telling),
  ];
  return sections.filter(({ lines, sections: inner }) => lines.length > 0 || inner.length > 0);
}

/** What stands on the title page, beside version and date. */
function about(telling: TextTelling): readonly TextLine[] {
  const { definition, say, text, tree } = telling;
  const { summary, start, calendar, policy, retention, channels, links, home, returns } = fieldsOf(definition);
  const { by, form } = fieldsOf(start);
  const { id, version } = fieldsOf(policy);
  const fact = (name: string, value: string): readonly TextLine[] => (value === '' ? [] : [lineOf(say('text.fact', { name, value }))]);
  const first = tree.byId.get(tree.start ?? '');
  const ours = wordOf(calendar) ?? 'organisation';
  return [
    ...(text(textOf(summary)) === '' ? [] : [lineOf(text(textOf(summary)))]),
    ...fact(say('proof.kind'), say(`proof.kind.${kindOf(definition)}`)),
    ...(start === undefined ? [lineOf(say('who.start-other'))] : fact(say('who.start-by'), partNames('role', wordsOf(by), telling))),
    ...(wordOf(form) === undefined ? [] : [lineOf(formSentence(wordOf(form) ?? '', telling))]),
    ...(first === undefined ? [] : [lineOf(say('text.begins-at', { step: nameOf(first, say, text) }))]),
    ...(wordOf(home) === undefined ? [] : [lineOf(say('text.comes-home', { step: nameOf(tree.byId.get(wordOf(home) ?? ''), say, text) }))]),
    ...fact(say('delay.calendar'), ours === 'organisation' ? say('delay.calendar-ours') : ours),
    ...fact(
      say('proof.channels'),
      wordsOf(channels)
        .map((one) => channelName(one, telling))
        .join(say('list.separator')),
    ),
    ...(wordOf(id) === undefined
      ? []
      : fact(say('proof.policy'), say('text.policy', { id: wordOf(id) ?? '', version: String(version ?? '') }))),
    ...kept(fieldsOf(retention), telling),
    ...fact(
      say('forms.returns'),
      listed(
        wordsOf(returns).map((field) => fieldNamed(field, telling)),
        say,
      ),
    ),
    ...fact(say('proof.links'), wordsOf(links).map(telling.procedureName).join(say('list.separator'))),
  ];
}

const channelName = (channel: string, { say }: TextTelling): string => {
  const known = channelWord(channel);
  return known ? say(known) : channel;
};

/** How long records are kept: `P6Y`, from the end of the case, then made anonymous. */
function kept({ period, from, then }: Fields, telling: TextTelling): readonly TextLine[] {
  const { say, written } = telling;
  const [, amount, unit] = /^P(\d+)([YMD])$/.exec(wordOf(period) ?? '') ?? [];
  const length =
    amount !== undefined && (unit === 'Y' || unit === 'M' || unit === 'D')
      ? say(`text.kept.${unit}`, { count: Number(amount), amount: written.number(Number(amount)) })
      : '';
  const since = (['closed', 'filed', 'received'] as const).find((one) => one === from);
  const after = (['anonymise', 'delete'] as const).find((one) => one === then);
  if (length === '' || since === undefined || after === undefined) return [];
  return [lineOf(say('text.kept', { length, from: say(`proof.retention-from.${since}`), after: say(`proof.retention-then.${after}`) }))];
}
