import { Eye, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../base/button.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { ElementFinding } from '../model/findings.ts';
import { type Fields, fieldsOf, listOf, textOf } from '../model/loose-json.ts';
import type { ProcedureTree } from '../model/tree.ts';
import { FiledRecords } from '../panel/filed-records.tsx';
import { TitleFields } from '../panel/title-fields.tsx';
import { AddField } from './add-field.tsx';
import { FormLines } from './form-lines.tsx';
import styles from './forms.module.css';
import { FormHelp } from './part-help.tsx';
import { RemoveForm } from './remove-form.tsx';
import { Uses } from './uses.tsx';

const FormPreview = lazy(() => import('./form-preview.tsx').then((part) => ({ default: part.FormPreview })));

export interface FormsPanel {
  readonly definition: object;
  readonly tree: ProcedureTree;
  /** Of what is chosen. */
  readonly findings: readonly ElementFinding[];
  readonly act: (command: Command) => readonly string[] | undefined;
  readonly onChoose: (id: string) => void;
}

/** What a form asks, in sections, in order; each change at once. */
export function FormPart({ form, ...panel }: FormsPanel & { readonly form: string }) {
  const say = useWords();
  const [previewed, setPreviewed] = useState(false);
  const place = useKeptFocus<HTMLDivElement>();
  const { definition, act } = panel;
  const written = fieldsOf(fieldsOf(fieldsOf(definition).forms)[form]);
  const sections = listOf(written.sections).map(fieldsOf);
  return (
    <div ref={place} tabIndex={-1} className={styles.parts} data-form={form}>
      <div>
        <Button forReaders icon={Eye} onPress={() => setPreviewed(true)}>
          {say('forms.preview')}
        </Button>
      </div>
      {sections.map((section, at) => (
        // Sections have no names of their own: their place is all there is to tell them by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Section key={at} {...panel} form={form} section={section} at={at} count={sections.length} />
      ))}
      <div>
        <Button kind="link" icon={Plus} onPress={() => act({ name: 'section.add', payload: { form, title: {} } })}>
          {say('forms.add-section')}
        </Button>
      </div>
      <FormHelp {...panel} form={form} help={written.help} />
      <FiledRecords
        records={written.records}
        label={say('forms.records')}
        empty={say('forms.records-none')}
        addLabel={say('forms.records-add')}
        none={say('forms.records-nothing')}
        locked={say('forms.records-locked')}
        removeName={(name) => say('forms.records-remove', { name })}
        onWrite={(records) => act({ name: 'form.records', payload: { form, records } })}
      />
      <Uses {...panel} kind="form" name={form} />
      <RemoveForm {...panel} form={form} />
      {previewed && (
        <Suspense>
          <FormPreview definition={definition} form={form} onClose={() => setPreviewed(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Section({
  form,
  section,
  at,
  count,
  ...panel
}: FormsPanel & { readonly form: string; readonly section: Fields; readonly at: number; readonly count: number }) {
  const say = useWords();
  const text = useText();
  const { definition, act } = panel;
  const lines = listOf(section.fields).map(fieldsOf);
  return (
    <fieldset className={styles.section} data-field={`sections/${at}`}>
      <legend>
        <bdi>{text(textOf(section.title)) || say('forms.section', { number: at + 1 })}</bdi>
      </legend>
      <details open={lines.length === 0}>
        <summary>{say('forms.section-title')}</summary>
        <TitleFields
          definition={definition}
          words={textOf(section.title)}
          at={`sections/${at}/title`}
          onWrite={(language, words) => act({ name: 'section.title', payload: { form, section: at, language, words } })}
        />
      </details>
      <FormLines {...panel} form={form} section={at} lines={lines} isFirst={at === 0} isLast={at === count - 1} />
      <AddField {...panel} form={form} section={at} />
      {lines.length === 0 && count > 1 && (
        <Button kind="quiet" icon={Trash2} onPress={() => act({ name: 'section.remove', payload: { form, section: at } })}>
          {say('forms.remove-section')}
        </Button>
      )}
    </fieldset>
  );
}
