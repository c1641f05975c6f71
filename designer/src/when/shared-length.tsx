import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { placeName } from '../findings/draft-problems.ts';
import { useText, useWords } from '../language/words.tsx';
import { usesOf } from '../model/uses.ts';
import { listed } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';

/** Where else the length of a time in a step counts, so that nobody changes two steps and means one. */
export function SharedLength({ step, delay, ...panel }: PanelProps & { readonly step: string; readonly delay: string }) {
  const say = useWords();
  const own = () => panel.act({ name: 'rung.own', payload: { step, delay } });
  return <SharedTarget {...panel} but={step} delay={delay} actions={<Button onPress={own}>{say('when.own-length')}</Button>} />;
}

/** Where a length counts beside one place; nothing where it counts there alone. */
export function SharedTarget({
  but,
  delay,
  actions,
  ...panel
}: PanelProps & { readonly but: string; readonly delay: string; readonly actions?: React.ReactNode }) {
  const say = useWords();
  const text = useText();
  const { definition, tree } = panel;
  const others = usesOf(definition, 'delay', delay).filter((use) => use !== but);
  if (others.length === 0) return null;
  const places = others.map((use) => placeName(tree, use, { definition, say, text }));
  return (
    <Note tone="time" actions={actions}>
      {say('when.shared-length', { places: listed(places, say) })}
    </Note>
  );
}
