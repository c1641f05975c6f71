import { AddForm } from '../forms-editor/add-form.tsx';
import { useText, useWords } from '../language/words.tsx';
import { AddLetter } from '../letters-editor/add-letter.tsx';
import { late, useEarly } from '../shell/late.tsx';
import { AddTable } from '../tables-editor/add-table.tsx';
import { AddRole } from '../who/add-role.tsx';
import type { PanelProps } from './draft-panel.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './panel.module.css';
import { PanelTabs } from './panel-tabs.tsx';
import { PartList } from './part-list.tsx';
import { ProcedureWords } from './procedure-words.tsx';
import { TitleFields } from './title-fields.tsx';

const ProcedureProof = late(async () => (await import('../proof/procedure-proof.tsx')).ProcedureProof);
const WhenParts = late(async () => (await import('../when/when-parts.tsx')).WhenParts);
const StartWho = late(async () => (await import('../who/way-who.tsx')).StartWho);
const ProcedureCalendar = late(async () => (await import('../when/procedure-calendar.tsx')).ProcedureCalendar);
const StartForm = late(async () => (await import('../forms-editor/form-choice.tsx')).StartForm);
const ReturnedFields = late(async () => (await import('../forms-editor/returned-fields.tsx')).ReturnedFields);
const otherTabs = [ProcedureProof, WhenParts, StartWho, ProcedureCalendar, StartForm, ReturnedFields];

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
