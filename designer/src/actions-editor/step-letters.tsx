import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, listOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { ActionsAt } from './action-list.tsx';
import styles from './actions.module.css';
import { useOtherProcedures } from './other-procedures.ts';
import { StepCall } from './step-call.tsx';
import { sourcesOf } from './value-sources.ts';

/** The letter, connection or procedure that a step calls, and what is done by itself when it starts and when it ends. */
export function StepLetters({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const { definition } = panel;
  const state = fieldsOf(placesOf(definition).get(element.id)?.state);
  const sources = sourcesOf(definition, { say, text });
  const isEnd = element.kind === 'outcome';
  return (
    <div className={styles.tab}>
      <StepCall {...panel} element={element} />
      <ActionsAt
        {...panel}
        title={say(isEnd ? 'actions.at-end' : 'actions.entry')}
        list={{ step: element.id, when: 'entry' }}
        field="entry"
        actions={listOf(state.entry)}
        sources={sources}
      />
      {(!isEnd || state.exit !== undefined) && (
        <ActionsAt
          {...panel}
          title={say('actions.exit')}
          hint={say('actions.exit-hint')}
          list={{ step: element.id, when: 'exit' }}
          field="exit"
          actions={listOf(state.exit)}
          sources={sources}
        />
      )}
    </div>
  );
}

/** What is done by itself when a way is taken. */
export function WayLetters(panel: PanelProps & { readonly row: TreeRow }) {
  const source = panel.tree.byId.get(panel.row.source);
  const isBack = panel.row.via === 'invoke/onDone' && (source?.kind === 'sub' || source?.kind === 'external');
  return isBack && source?.calls !== undefined ? <WayBack {...panel} called={source.calls} /> : <OnTheWay {...panel} />;
}

/** Where a called procedure has ended, what it brought back can be kept. */
function WayBack({ called, ...panel }: PanelProps & { readonly row: TreeRow; readonly called: string }) {
  const document = useOtherProcedures().find(({ id }) => id === called)?.document;
  return <OnTheWay {...panel} child={document ?? {}} />;
}

function OnTheWay({ row, child, ...panel }: PanelProps & { readonly row: TreeRow; readonly child?: Parameters<typeof sourcesOf>[2] }) {
  const say = useWords();
  const text = useText();
  const { definition, tree } = panel;
  return (
    <div className={styles.tab}>
      <ActionsAt
        {...panel}
        title={say('actions.on-the-way')}
        hint={hintOf(row, tree, { say, text })}
        list={{ row: row.address }}
        field="actions"
        actions={row.actions}
        sources={sourcesOf(definition, { say, text }, child)}
      />
    </div>
  );
}

function hintOf(
  row: TreeRow,
  tree: ProcedureTree,
  { say, text }: { readonly say: ReturnType<typeof useWords>; readonly text: ReturnType<typeof useText> },
) {
  const [to] = row.to;
  return to === undefined ? say('actions.stays-hint') : say('actions.way-hint', { to: nameOf(tree.byId.get(to), say, text) });
}
