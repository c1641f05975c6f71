import { isInForce, type LawPack, lawPacks } from '@redress/definitions';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { digitsFor } from '../calendar/digits.ts';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { isolated } from '../language/isolated.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';

/** Which laws procedures are checked by: each with its version, from when it is in force, and that no lawyer verified it. */
export function LawsField({
  value,
  onChange,
}: {
  readonly value: readonly string[];
  readonly onChange: (laws: readonly string[]) => void;
}) {
  const say = useWords();
  const text = useText();
  const factsOf = useLawFacts();
  return (
    <>
      <h2>{say('law.choose')}</h2>
      <p>{say('law.choose-hint')}</p>
      <CheckboxGroup
        label={say('law.choose')}
        labelHidden
        boxes={lawPacks.map((law) => ({
          id: law.id,
          name: text(law.title),
          note: [factsOf(law), ...(law.note ? [text(law.note)] : [])].join('. '),
        }))}
        value={value}
        onChange={onChange}
      />
    </>
  );
}

function useLawFacts(): (law: LawPack) => string {
  const say = useWords();
  const language = useLanguage();
  const dates = useDates();
  const today = dates.localDay(useNow());
  const sinceOf = (law: LawPack): string => {
    const { validFrom, validTo } = law;
    const from = validFrom === undefined ? '' : dates.date(validFrom);
    const until = validTo === undefined ? '' : dates.date(validTo);
    const when =
      from !== '' && until !== ''
        ? say('law.from-until', { from, until })
        : from !== ''
          ? say('law.from', { from })
          : until !== ''
            ? say('law.until', { until })
            : say('law.since-unknown');
    if (isInForce(law, today)) return when;
    return [when, say(validFrom !== undefined && today < validFrom ? 'law.coming' : 'law.over')].join(say('list.separator'));
  };
  return (law) =>
    say('law.facts', {
      version: digitsFor(language, law.version),
      since: sinceOf(law),
      limits: say('law.limits', { count: law.limits.length }),
      verified: law.verifiedBy === undefined ? say('law.unverified') : say('law.verified', { name: isolated(law.verifiedBy) }),
    });
}
