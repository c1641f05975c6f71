import { useText, useWords } from '../language/words.tsx';
import { useEarly } from '../shell/late.tsx';
import { lateDetail } from '../shell/late-detail.tsx';
import type { PanelProps } from './draft-panel.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './panel.module.css';
import { PanelTabs } from './panel-tabs.tsx';
import { PartList } from './part-list.tsx';
import { ProcedureWords } from './procedure-words.tsx';
import { TitleFields } from './title-fields.tsx';

const ProcedureProof = lateDetail(async () => (await import('../proof/procedure-proof.tsx')).ProcedureProof);
const WhenParts = lateDetail(async () => (await import('../when/when-parts.tsx')).WhenParts);
const StartWho = lateDetail(async () => (await import('../who/way-who.tsx')).StartWho);
const ProcedureCalendar = lateDetail(async () => (await import('../when/procedure-calendar.tsx')).ProcedureCalendar);
const StartForm = lateDetail(async () => (await import('../forms-editor/form-choice.tsx')).StartForm);
const ReturnedFields = lateDetail(async () => (await import('../forms-editor/returned-fields.tsx')).ReturnedFields);
const AddForm = lateDetail(async () => (await import('../forms-editor/add-form.tsx')).AddForm);
const AddLetter = lateDetail(async () => (await import('../letters-editor/add-letter.tsx')).AddLetter);
const AddTable = lateDetail(async () => (await import('../tables-editor/add-table.tsx')).AddTable);
const AddRole = lateDetail(async () => (await import('../who/add-role.tsx')).AddRole);
const otherTabs = [
  ProcedureProof,
  WhenParts,
  StartWho,
  ProcedureCalendar,
  StartForm,
  ReturnedFields,
  AddForm,
  AddLetter,
  AddTable,
  AddRole,
];

/** The procedure itself: its name, and everything that its steps share, each a way to its own panel. */
export function ProcedurePanel(panel: PanelProps) {
  const say = useWords();
  const text = useText();
  useEarly(otherTabs);
  const { definition, tree, act, findings } = panel;
  return (
    <>
      <header className={styles.panelHead}>
        <h2>
          <bdi>{text(tree.title) || say('outline.procedure')}</bdi>
        </h2>
      </header>
      <FindingList definition={definition} findings={findings} />
      <PanelTabs
        tab={panel.tab}
        findings={findings}
        technical={{ definition, at: '', act }}
        parts={{
          what: (
            <>
              <TitleFields
                definition={definition}
                words={tree.title}
                at="title"
                onWrite={(language, words) => act({ name: 'title.set', payload: { of: '', language, words } })}
              />
              <ProcedureWords {...panel} />
              <p className={styles.quiet}>{say('outline.choose-one')}</p>
            </>
          ),
          who: (
            <>
              <PartList {...panel} kind="role" title={say('panel.roles')} />
              <AddRole {...panel} />
              <StartWho {...panel} />
            </>
          ),
          when: (
            <>
              <ProcedureCalendar {...panel} />
              <WhenParts {...panel} />
            </>
          ),
          data: (
            <>
              <StartForm {...panel} />
              <PartList {...panel} kind="form" title={say('panel.forms')} />
              <AddForm {...panel} onMade={(form) => panel.onChoose(`form:${form}`)} />
              <PartList {...panel} kind="field" title={say('panel.fields')} />
              <PartList {...panel} kind="decision" title={say('panel.decisions')} />
              <AddTable {...panel} />
              <PartList {...panel} kind="event" title={say('panel.events')} />
              <ReturnedFields {...panel} />
            </>
          ),
          letters: (
            <>
              <PartList {...panel} kind="letter" title={say('panel.letters-list')} />
              <AddLetter {...panel} />
            </>
          ),
          proof: <ProcedureProof {...panel} />,
        }}
      />
    </>
  );
}
