import { TextArea, TextField } from 'react-aria-components';
import fieldStyles from '../base/field.module.css';
import { FieldLabel } from '../base/field.tsx';
import { Select } from '../base/select.tsx';
import { useWords } from '../language/words.tsx';
import { FindingList } from '../panel/finding-list.tsx';
import { type Builder, fieldOf, findingsAt } from './condition-builder.ts';
import { counted, replaced } from './condition-edits.ts';
import { LineFields } from './condition-line.tsx';
import { type Mode, modes, type Part, type PartPath, partOf } from './condition-parts.ts';
import { AddButtons, PartTools } from './condition-tools.tsx';
import styles from './conditions.module.css';
import { OutcomeBoxes } from './outcome-boxes.tsx';
import { StepField } from './step-field.tsx';

interface PartProps {
  readonly builder: Builder;
  readonly part: unknown;
  readonly at: PartPath;
  /** “Line 2 of 3”. */
  readonly name: string;
}

/** A line, a formula, a group with parts of its own as deep as it goes, or what stays as it is. */
export function ConditionPart({ builder, part, at, name }: PartProps) {
  const say = useWords();
  const read = partOf(part);
  const called = read.is === 'group' && at.length > 0 ? say('condition.group', { line: name }) : name;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser.
    <div
      role="group"
      aria-label={called}
      className={styles[read.is === 'group' ? 'group' : 'line']}
      data-part={at.join('/')}
      data-field={fieldOf(builder, at).join('/')}
    >
      {read.is === 'group' ? (
        <GroupParts builder={builder} read={read} at={at} name={called} />
      ) : (
        <>
          {read.is === 'line' ? (
            <LineFields builder={builder} line={read.line} at={at} />
          ) : read.is === 'formula' ? (
            <FormulaField builder={builder} formula={read.formula} at={at} />
          ) : read.is === 'step' ? (
            <StepField builder={builder} step={read.step} at={at} />
          ) : read.is === 'ended' ? (
            <OutcomeBoxes builder={builder} outcomes={read.outcomes} at={at} />
          ) : (
            <KeptPart part={part} />
          )}
          <PartTools builder={builder} at={at} name={called} />
        </>
      )}
      <FindingList definition={builder.definition} findings={findingsAt(builder, part, at)} />
    </div>
  );
}

function GroupParts({ builder, read, at, name }: Omit<PartProps, 'part'> & { readonly read: Extract<Part, { readonly is: 'group' }> }) {
  const say = useWords();
  const isMode = (id: string): id is Mode => modes.some((mode) => mode === id);
  const lineName = (index: number) => say('condition.line', { number: index + 1, count: read.parts.length });
  return (
    <>
      <div className={styles.head}>
        <span data-control="counts">
          <Select
            label={say('condition.counts')}
            labelHidden
            options={modes.map((mode) => ({ id: mode, name: say(`condition.mode.${mode}`) }))}
            value={read.mode}
            onChange={(mode) => isMode(mode) && mode !== read.mode && builder.change(counted(builder.condition, at, mode))}
          />
        </span>
        <PartTools builder={builder} at={at} name={name} />
      </div>
      <ol className={styles.parts}>
        {read.parts.map((part, index) => {
          const path = [...at, ...read.at, String(index)];
          return (
            <li key={path.join('/')}>
              <ConditionPart builder={builder} part={part} at={path} name={lineName(index)} />
            </li>
          );
        })}
      </ol>
      <AddButtons builder={builder} at={at} {...(at.length === 0 ? {} : { name })} />
    </>
  );
}

/** For who writes formulas: always from left to right. */
function FormulaField({ builder, formula, at }: { readonly builder: Builder; readonly formula: string; readonly at: PartPath }) {
  const say = useWords();
  return (
    <span data-control="field">
      <TextField
        className={fieldStyles.field ?? ''}
        value={formula}
        onChange={(feel) => builder.change({ condition: replaced(builder.condition, at, { feel }), at })}
      >
        <FieldLabel label={say('condition.formula')} />
        <TextArea className={`${fieldStyles.input} ${fieldStyles.area} ${styles.formula}`} dir="ltr" rows={2} spellCheck={false} />
      </TextField>
    </span>
  );
}

/** What the builder does not understand: as it is written. */
function KeptPart({ part }: { readonly part: unknown }) {
  const say = useWords();
  return (
    <div>
      <code className={styles.kept} dir="ltr">
        {JSON.stringify(part)}
      </code>
      <p className={styles.quiet}>{say('condition.kept')}</p>
    </div>
  );
}
