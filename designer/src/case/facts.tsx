import { EyeOff, Lock } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import type { CaseView } from '../server/shapes/cases.ts';
import { useChannelWords } from './channels.ts';
import styles from './facts.module.css';
import { Family } from './family.tsx';
import { FieldValue } from './field-value.tsx';

/** What is known about the case, as far as the reader may see it; empty fields are left out. */
export function Facts({ found }: { readonly found: CaseView }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const channels = useChannelWords();
  const filled = found.fields.filter(({ value }) => !isEmpty(value));
  const short = filled.filter(({ value }) => !isLong(value));
  const long = filled.filter(({ value }) => isLong(value));
  const personal = filled.filter((field) => field.personal !== undefined);
  return (
    <div className={styles.facts}>
      <dl className={styles.pairs}>
        <Pair name={say('case.received')} value={<time dateTime={found.receivedAt}>{dates.moment(found.receivedAt)}</time>} />
        <Pair name={say('case.entered')} value={<time dateTime={found.enteredAt}>{dates.moment(found.enteredAt)}</time>} />
        <Pair name={say('case.channel')} value={channels(found.channel)} />
        {found.businessKey === undefined ? null : <Pair name={say('case.business-key')} value={<bdi>{found.businessKey}</bdi>} />}
        {short.map((field) => (
          <Pair
            key={field.field}
            name={text(field.title)}
            value={<FieldValue value={field.value} field={field} />}
            isPersonal={field.personal !== undefined}
          />
        ))}
      </dl>
      {long.map((field) => (
        <section key={field.field} className={styles.long}>
          <h3>
            {text(field.title)}
            {field.personal === undefined ? null : <Personal />}
          </h3>
          <FieldValue value={field.value} field={field} />
        </section>
      ))}
      {personal.length > 0 ? (
        <p className={styles.note}>
          <Icon of={Lock} />
          <span>
            <b>{say('case.personal')}</b>
            {say('case.personal-words', { count: personal.length })}
          </span>
        </p>
      ) : null}
      {found.hidden > 0 ? (
        <p className={styles.note}>
          <Icon of={EyeOff} />
          <span>{say('case.hidden', { count: found.hidden })}</span>
        </p>
      ) : null}
      <Family found={found} />
    </div>
  );
}

function Pair({
  name,
  value,
  isPersonal = false,
}: {
  readonly name: string;
  readonly value: React.ReactNode;
  readonly isPersonal?: boolean;
}) {
  return (
    <div>
      <dt>
        {name}
        {isPersonal ? <Personal /> : null}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function Personal() {
  const say = useWords();
  return <Icon of={Lock} size={12} label={say('case.personal')} className={styles.personal} />;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const isLong = (value: unknown): boolean => (typeof value === 'string' && value.length > 24) || (Array.isArray(value) && value.length > 1);
