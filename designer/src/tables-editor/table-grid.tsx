import { TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { Icon } from '../base/icon.tsx';
import unseen from '../base/unseen.module.css';
import { useText, useWords } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { findingWords } from '../outline/finding-words.ts';
import { BecauseEditor } from './because-editor.tsx';
import { CellEditor } from './cell-editor.tsx';
import { testWords, valueWords } from './cell-words.ts';
import { ColumnHead, RowHead } from './grid-heads.tsx';
import { cellValue, isBetween, type Place, spotAt, widthOf } from './grid-place.ts';
import { columnOf } from './sheet-cells.ts';
import styles from './tables.module.css';
import { TestEditor } from './test-editor.tsx';
import type { TableView } from './use-table.ts';
import { ValueEditor } from './value-editor.tsx';

/** The table as a grid: one row a rule, “otherwise” last. */
export function TableGrid(view: TableView) {
  const say = useWords();
  const { table, grid, marked } = view;
  const columns = Array.from({ length: widthOf(table) }, (_, column) => column);
  const rows = Array.from({ length: table.rows.length + 1 }, (_, row) => row);
  return (
    <div className={styles.wide}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is written in is a grid. */}
      <table ref={grid.grid} role="grid" className={styles.grid} aria-label={say('tables.grid', { name: table.title })} {...grid.handlers}>
        <thead>
          <tr>
            <td className={styles.groupHead} aria-hidden="true" />
            {table.inputs.length > 0 && (
              <th scope="colgroup" colSpan={table.inputs.length} className={styles.groupHead}>
                {say('tables.if')}
              </th>
            )}
            {table.outputs.length > 0 && (
              <th scope="colgroup" colSpan={table.outputs.length} className={styles.groupHead} data-says="true">
                {say('tables.then')}
              </th>
            )}
            <td className={styles.groupHead} aria-hidden="true" />
          </tr>
          <tr>
            {columns.map((column) => (
              <GridCell key={column} view={view} at={{ row: -1, column }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} data-marked={marked.has(row)} data-otherwise={row === table.rows.length}>
              {columns.map((column) => (
                <GridCell key={column} view={view} at={{ row, column }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridCell({ view, at }: { readonly view: TableView; readonly at: Place }) {
  const say = useWords();
  const isTouched = useRef(false);
  const { table, grid } = view;
  const { row, column } = at;
  const spot = spotAt(table, at);
  const isHere = grid.place.row === row && grid.place.column === column;
  const isEdited = grid.editing?.row === row && grid.editing.column === column;
  const isChosen =
    isBetween(at, grid.place, grid.corner) && (grid.place.row !== grid.corner.row || grid.place.column !== grid.corner.column);
  const problems = findingsAt(view, spot);
  const shared = {
    'data-here': isHere,
    'data-list': 'list' in spot ? spot.list : undefined,
    tabIndex: isHere && !isEdited && spot.is !== 'row' && spot.is !== 'column' ? 0 : -1,
    className: styles[spot.is === 'cell' || spot.is === 'because' ? 'cell' : 'head'],
    onFocus: () => !isHere && !isEdited && grid.choose(at),
    'aria-selected': isHere || isChosen,
  };
  if (spot.is === 'row')
    return (
      <th scope="row" {...shared} aria-selected={undefined}>
        <RowHead view={view} row={spot.row} isHere={isHere} />
      </th>
    );
  if (spot.is === 'otherwise')
    return (
      <th scope="row" {...shared} aria-selected={undefined}>
        {say('tables.otherwise')}
      </th>
    );
  if (row < 0)
    return (
      <th scope="col" {...shared} aria-selected={undefined} data-problem={problems.length > 0}>
        {spot.is === 'column' ? (
          <ColumnHead view={view} list={spot.list} column={spot.column} isHere={isHere} />
        ) : (
          say(spot.is === 'why' ? 'tables.why' : 'tables.row')
        )}
        <Problems problems={problems} />
      </th>
    );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid as a whole
    <td
      {...shared}
      data-problem={problems.length > 0}
      {...(problems.length > 0 ? { 'aria-invalid': true } : {})}
      onPointerDown={(event) => {
        isTouched.current = event.pointerType === 'touch';
        if (isEdited || event.button !== 0) return;
        if (event.shiftKey) event.preventDefault();
        grid.choose(at, event.shiftKey ? 'range' : undefined);
      }}
      // A finger has no second press of a key: what it touches is opened.
      onClick={() => isTouched.current && !isEdited && grid.choose(at, 'edit')}
      onDoubleClick={() => !isEdited && grid.choose(at, 'edit')}
    >
      {isEdited ? <Edited view={view} at={at} /> : <Written view={view} at={at} />}
      <Problems problems={problems} />
    </td>
  );
}

/** What stands in a cell, as words. */
function Written({ view, at }: { readonly view: TableView; readonly at: Place }) {
  const text = useText();
  const { table, speaking } = view;
  const spot = spotAt(table, at);
  if (spot.is === 'because') return <bdi>{text(table.rows[spot.row]?.because)}</bdi>;
  if (spot.is !== 'cell') return null;
  const value = cellValue(table, spot);
  const column = columnOf(table, spot);
  const isQuiet = value === '-' || value === null;
  return (
    <bdi {...(isQuiet ? { className: styles.quiet } : {})}>
      {spot.list === 'when' ? testWords(String(value), column, speaking) : valueWords(value, column, speaking)}
    </bdi>
  );
}

function Edited({ view, at }: { readonly view: TableView; readonly at: Place }) {
  const { table, grid, definition, cellName } = view;
  const spot = spotAt(table, at);
  if (spot.is === 'because') {
    const because = table.rows[spot.row]?.because ?? {};
    return (
      <CellEditor grid={grid} label={cellName(at)}>
        <BecauseEditor
          definition={definition}
          because={because}
          onWrite={(next) =>
            grid.propose(
              Object.entries(next)
                .filter(([language, words]) => words !== (because[language] ?? ''))
                .map(([language, words]) => ({ name: 'table.because', payload: { decision: table.id, row: spot.row, language, words } })),
            )
          }
        />
      </CellEditor>
    );
  }
  if (spot.is !== 'cell') return null;
  const { is: _is, ...cell } = spot;
  const was = cellValue(table, cell);
  const column = columnOf(table, cell);
  const write = (value: Parameters<Parameters<typeof ValueEditor>[0]['onWrite']>[0]) =>
    grid.propose(
      value === undefined || JSON.stringify(value) === JSON.stringify(was)
        ? []
        : [{ name: 'table.write', payload: { decision: table.id, cells: [{ ...cell, value }] } }],
      value === undefined,
    );
  return (
    <CellEditor grid={grid} label={cellName(at)}>
      {cell.list === 'when' ? (
        <TestEditor text={String(was)} column={column} onWrite={write} />
      ) : (
        <ValueEditor value={was} column={column} onWrite={write} />
      )}
    </CellEditor>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  const say = useWords();
  if (problems.length === 0) return null;
  return (
    <span className={styles.problem}>
      <Icon of={TriangleAlert} size={14} />
      <span className={unseen.unseen}>{say('tables.problem')}</span> {problems.join(' ')}
    </span>
  );
}

/** What is wrong with a cell or a column, in sentences. */
function findingsAt({ findings, definition, speaking, text }: TableView, spot: ReturnType<typeof spotAt>): readonly string[] {
  const path = pathOf(spot);
  if (path === undefined) return [];
  const here = findings.filter(({ field }: ElementFinding) => path.every((key, index) => field[index] === key));
  return [...new Set(here.map((finding) => findingWords(finding, { definition, say: speaking.say, text })))];
}
function pathOf(spot: ReturnType<typeof spotAt>): readonly string[] | undefined {
  if (spot.is === 'column') return [spot.list === 'when' ? 'inputs' : 'outputs', String(spot.column)];
  if (spot.is === 'because') return ['rows', String(spot.row), 'because'];
  if (spot.is !== 'cell') return undefined;
  return spot.row === undefined ? ['otherwise', String(spot.column)] : ['rows', String(spot.row), spot.list, String(spot.column)];
}
