import { type Json, pathOf } from '@redress/engine';
import { type ParseError, parse } from 'jsonc-parser';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { TextArea } from '../base/text-field.tsx';
import { useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { fieldsOf } from '../model/loose-json.ts';
import styles from './panel.module.css';

export interface TechnicalPlace {
  readonly definition: object;
  /** JSON pointer into the definition; empty: the whole of it, which is only shown here. */
  readonly at: string;
  readonly act: (command: Command) => readonly string[] | undefined;
}

/** How it is written, for experts: to be read, copied and put right as JSON. What is no JSON is kept while it is typed, and not taken over. */
export function TechnicalTab({ definition, at, act }: TechnicalPlace) {
  const say = useWords();
  const path = pathOf(at);
  const written = JSON.stringify(path.reduce<unknown>(memberAt, definition), undefined, 2) ?? '';
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? undefined : readJson(typed);
  return (
    <div className={styles.technical} data-field="technical">
      <p className={styles.quiet}>
        {say('panel.written-as')} <code dir="ltr">{path.at(-1) ?? String(fieldsOf(definition).id ?? '')}</code>
      </p>
      <TextArea
        label={say('panel.json')}
        latin
        rows={16}
        value={typed ?? written}
        {...(at === '' ? { isReadOnly: true } : {})}
        {...(read && !read.ok ? { problem: say('panel.json-wrong', { line: read.line, column: read.column }) } : {})}
        onChange={setTyped}
      />
      {typed !== undefined && typed !== written && (
        <div className={styles.acts}>
          <Button
            kind="primary"
            isDisabled={!read?.ok}
            onPress={() => {
              if (read?.ok && act({ name: 'value.set', payload: { at, value: read.value } })) setTyped(undefined);
            }}
          >
            {say('panel.json-take')}
          </Button>
          <Button onPress={() => setTyped(undefined)}>{say('panel.json-back')}</Button>
        </div>
      )}
    </div>
  );
}

const memberAt = (holder: unknown, key: string): unknown => (Array.isArray(holder) ? holder[Number(key)] : fieldsOf(holder)[key]);

/** The value, or the line and column (from one) of the first place where it is no JSON. */
export function readJson(
  text: string,
): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly line: number; readonly column: number } {
  const errors: ParseError[] = [];
  const value: Json = parse(text, errors, { disallowComments: true, allowEmptyContent: false });
  const [first] = errors;
  if (!first) return { ok: true, value };
  const before = text.slice(0, first.offset).split('\n');
  return { ok: false, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
