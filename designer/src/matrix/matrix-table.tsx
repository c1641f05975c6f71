import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import type { RuleGroup } from '../check/check-groups.ts';
import { LawSource } from '../check/law-words.tsx';
import { messageWords } from '../check/message-words.ts';
import type { SpeakingOfDraft } from '../check/speaking.ts';
import { useSpeaking } from '../check/use-speaking.ts';
import { VerdictChip } from '../check/verdict-chip.tsx';
import { useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { WaiveDialog } from '../review/waive-dialog.tsx';
import { holdsRight, useSession } from '../shell/session.tsx';
import { AttestDialog } from './attest-dialog.tsx';
import { BreakingRun } from './breaking-run.tsx';
import { ClauseRows } from './clause-rows.tsx';
import type { Found } from './found.ts';
import styles from './matrix.module.css';
import type { MatrixRow } from './matrix-rows.ts';
import { MeasuredCell } from './measured-cell.tsx';
import { OperationCell } from './operation-cell.tsx';
import { ProvedBy } from './proved-by.tsx';
import { placesOf, RaiseDialog } from './raise-dialog.tsx';
import { SignedCell } from './signed-cell.tsx';
import { Waived } from './waived.tsx';

interface TableProps {
  readonly id: string;
  readonly group: RuleGroup;
  readonly rows: readonly MatrixRow[];
  readonly definition: object;
  readonly isDraft: boolean;
  /** Cases run on it: what they show has a column of its own. */
  readonly isUsed: boolean;
  /** Whether the reader waives rules here. */
  readonly waives: boolean;
  /** What is open of the clauses in the review, and whether the reader finds more. */
  readonly found: Found;
  /** The clause that somebody came for. */
  readonly meant: string | undefined;
  readonly today: string;
  readonly opened: string | undefined;
  readonly onOpen: (rule: string | undefined) => void;
  readonly onSigned: () => void;
}

const withoutCases = ['requirement', 'verdict', 'proof', 'evidence'] as const;
const withCases = ['requirement', 'verdict', 'proof', 'operation', 'evidence'] as const;

/** The rules of one standard under their clauses. What breaks unfolds to the run that breaks it. */
export function MatrixTable({
  id,
  group,
  rows,
  definition,
  isDraft,
  isUsed,
  waives,
  found,
  meant,
  today,
  opened,
  onOpen,
  onSigned,
}: TableProps) {
  const say = useWords();
  const speaking = useSpeaking(definition, treeOf(definition));
  const signs = holdsRight(useSession(), 'compliance');
  const [signing, setSigning] = useState<MatrixRow>();
  const [waiving, setWaiving] = useState<MatrixRow>();
  const [raising, setRaising] = useState<RuleGroup['clauses'][number]>();
  const opening = useRef<HTMLTableRowElement>(null);
  // Whoever comes by an address that names a rule is led to it.
  useEffect(() => opening.current?.scrollIntoView({ block: 'center' }), []);
  const columns = isUsed ? withCases : withoutCases;
  const byRule = new Map(rows.map((row) => [row.rule.rule, row] as const));
  return (
    <div className={styles.card}>
      <table className={styles.table} data-used={isUsed || undefined}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {say(`matrix.column-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {group.clauses.map((asked) => (
          <tbody key={asked.clause?.id ?? ''}>
            {asked.clause && (
              <ClauseRows
                id={id}
                clause={asked.clause}
                columns={columns.length}
                open={found.open.filter(({ finding }) => finding.clause === asked.clause?.id)}
                isMeant={asked.clause.id === meant}
                speaking={speaking}
                onRaise={found.raising === 'may' ? () => setRaising(asked) : undefined}
              />
            )}
            {asked.rules
              .flatMap(({ rule }) => byRule.get(rule) ?? [])
              .map((row) => (
                <Fragment key={row.rule.rule}>
                  <Row
                    row={row}
                    isOpened={row.rule.rule === opened}
                    onOpen={() => onOpen(row.rule.rule === opened ? undefined : row.rule.rule)}
                    {...{ id, isDraft, isUsed, speaking }}
                  >
                    <Waived
                      procedure={id}
                      {...{ row, today }}
                      onWaive={waives ? () => setWaiving(row) : undefined}
                      onWithdrawn={onSigned}
                    />
                    <SignedCell procedure={id} {...{ row, today }} onSign={signs ? () => setSigning(row) : undefined} />
                  </Row>
                  {row.rule.rule === opened && row.rule.failures[0] && (
                    <tr ref={opening} className={styles.opened}>
                      <td colSpan={columns.length}>
                        <BreakingRun id={id} rule={row.rule} isDraft={isDraft} speaking={speaking} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
          </tbody>
        ))}
      </table>
      {signing && <AttestDialog procedure={id} rule={signing.rule} onSigned={onSigned} onClose={() => setSigning(undefined)} />}
      {raising?.clause && (
        <RaiseDialog
          procedure={id}
          clause={raising.clause}
          places={placesOf(raising.rules, speaking)}
          onRaised={found.again}
          onClose={() => setRaising(undefined)}
        />
      )}
      {waiving && (
        <WaiveDialog
          procedure={id}
          rule={waiving.rule.rule}
          requirement={waiving.rule.words.requirement}
          onWaived={onSigned}
          onClose={() => setWaiving(undefined)}
        />
      )}
    </div>
  );
}

function Row({
  id,
  row,
  isDraft,
  isUsed,
  isOpened,
  onOpen,
  speaking,
  children,
}: {
  readonly id: string;
  readonly row: MatrixRow;
  readonly isDraft: boolean;
  readonly isUsed: boolean;
  readonly isOpened: boolean;
  readonly onOpen: () => void;
  readonly speaking: SpeakingOfDraft;
  /** What people signed. */
  readonly children: ReactNode;
}) {
  const { say, text } = speaking;
  const { rule, before } = row;
  const [first] = rule.failures;
  return (
    <tr data-rule={rule.rule} data-verdict={rule.verdict} tabIndex={-1} data-kept>
      <td>
        <p>{text(rule.words.requirement)}</p>
        {first && <p className={styles.message}>{messageWords(rule.words.message, first, speaking)}</p>}
        <p className={styles.meta}>
          <bdi dir="ltr" lang="zxx">
            {rule.rule}
          </bdi>{' '}
          · {say(`check.severity.${rule.severity}`)}
        </p>
        {rule.holdsAsDrawn && <p className={styles.meta}>{say('check.drawn-why')}</p>}
        {rule.law && (
          <p className={styles.meta}>
            <LawSource law={rule.law} />
          </p>
        )}
      </td>
      <td>
        <VerdictChip verdict={rule.verdict} />
        {before !== undefined && (
          <p className={styles.before}>
            {before === 'new' ? say('matrix.before-new') : say('matrix.before', { verdict: say(`check.verdict.${before}`) })}
          </p>
        )}
      </td>
      <td>
        <ProvedBy id={id} rule={rule} isDraft={isDraft} isOpened={isOpened} onOpen={onOpen} speaking={speaking} />
      </td>
      {isUsed && (
        <td>
          <OperationCell operation={row.operation} isAlone={row.measures.length === 0} />
          <MeasuredCell measures={row.measures} isFirst={!row.operation} />
        </td>
      )}
      <td>{children}</td>
    </tr>
  );
}
