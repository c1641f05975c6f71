import type { JsonObject } from '@redress/engine';
import { CheckCheck, MessageSquare, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { TextArea } from '../base/text-field.tsx';
import { useLedTo } from '../base/use-led-to.ts';
import { placeName } from '../findings/draft-problems.ts';
import { isolated } from '../language/isolated.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { addComment, replyToComment, settleComment } from '../server/procedures.ts';
import type { DraftComment } from '../server/shapes/definitions.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import own from './comments.module.css';
import { FindingFields, FindingWords, findingOf, type Remark } from './finding.tsx';
import styles from './review.module.css';
import { Said } from './said.tsx';
import { useWrittenComment } from './use-written-comment.ts';

interface CommentsProps {
  readonly procedure: string;
  readonly definition: JsonObject;
  /** What it is compared with: what was taken out since has its name there. */
  readonly earlier: JsonObject | undefined;
  readonly comments: readonly DraftComment[];
  /** What is chosen: a new comment is about it. */
  readonly chosen: string;
  /** Whether the reader raises and settles findings. */
  readonly finds: boolean;
  readonly onChoose: (element: string) => void;
  readonly onChanged: () => void;
}

/** What people say about the draft, each about one thing, settled one by one; settled ones are folded away. */
export function Comments({ procedure, definition, earlier, comments, chosen, finds, onChoose, onChanged }: CommentsProps) {
  const say = useWords();
  const text = useText();
  const { words, about, write, moveTo, finish } = useWrittenComment(procedure, chosen);
  const [remark, setRemark] = useState<Remark>(comment);
  const finding = findingOf(remark);
  const adding = useCommand(addComment, () => {
    finish();
    setRemark(comment);
    onChanged();
  });
  const nameOf = (element: string): string => {
    if (element === '') return say('review.comment-whole');
    const named = earlier && !isDrawn(definition, element) ? earlier : definition;
    return placeName(treeOf(named), element, { definition: named, say, text });
  };
  const open = comments.filter(({ resolved }) => !resolved);
  const settled = comments.filter(({ resolved }) => resolved);
  const shared = { procedure, finds, nameOf, onChoose, onChanged };
  return (
    <div className={own.comments}>
      {comments.length === 0 && <p className={styles.quiet}>{say('review.comments-none')}</p>}
      {open.length > 0 && (
        <ul>
          {open.map((comment) => (
            <Thread key={comment.id} comment={comment} {...shared} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <details>
          <summary>{say('review.comments-settled', { count: settled.length })}</summary>
          <ul>
            {settled.map((comment) => (
              <Thread key={comment.id} comment={comment} {...shared} />
            ))}
          </ul>
        </details>
      )}
      <TextArea label={say('review.comment-on', { what: nameOf(about) })} value={words} maxLength={4000} rows={2} onChange={write} />
      {about !== chosen && (
        <div>
          <Button kind="link" onPress={() => moveTo(chosen)}>
            {say('review.comment-move', { what: nameOf(chosen) })}
          </Button>
        </div>
      )}
      {finds && <FindingFields remark={remark} onChange={setRemark} />}
      <ProblemNote problem={adding.problem} />
      <div>
        <Button
          icon={MessageSquare}
          isPending={adding.isBusy}
          isDisabled={words.trim() === '' || finding === 'incomplete'}
          onPress={() => {
            if (finding !== 'incomplete') void adding.run(procedure, { element: about, text: words.trim(), ...(finding && { finding }) });
          }}
        >
          {say(finding ? 'review.finding-add' : 'review.comment-add')}
        </Button>
      </div>
    </div>
  );
}

/** Whether a step or a way out of one is still there; of anything else nobody asks. */
function isDrawn(definition: JsonObject, element: string): boolean {
  const { byId, rows } = treeOf(definition);
  const step = byId.get(element.split('/')[0] ?? '');
  return element.includes('/')
    ? (step?.rows ?? rows).some(({ address }) => address === element)
    : element.includes(':') || step !== undefined;
}

const comment: Remark = { grade: 'comment' };

function Thread({
  comment,
  procedure,
  finds,
  nameOf,
  onChoose,
  onChanged,
}: Omit<CommentsProps, 'definition' | 'earlier' | 'comments' | 'chosen'> & {
  readonly comment: DraftComment;
  readonly nameOf: (element: string) => string;
}) {
  const say = useWords();
  const [answer, setAnswer] = useState<string>();
  const replying = useCommand(replyToComment, () => {
    setAnswer(undefined);
    onChanged();
  });
  const settling = useCommand(settleComment, onChanged);
  const what = nameOf(comment.element);
  const { resolved, finding } = comment;
  const settles = finding === undefined || finds;
  const place = useLedTo<HTMLLIElement>(globalThis.location.hash === `#${comment.id}`);
  return (
    <li ref={place} className={own.thread} tabIndex={-1}>
      <Button kind="link" onPress={() => onChoose(comment.element)}>
        <bdi dir="auto">{what}</bdi>
      </Button>
      {finding && <FindingWords finding={finding} proof={{ procedure, of: 'draft' }} />}
      <Said {...comment} />
      {comment.replies.map((reply) => (
        <Said key={`${reply.at} ${reply.person?.id ?? ''}`} {...reply} />
      ))}
      {resolved && (
        <Chip tone="good" icon={CheckCheck}>
          {say('review.seen', { name: isolated(resolved.person?.name ?? say('review.person-unknown')) })}
        </Chip>
      )}
      {answer !== undefined && (
        <TextArea label={say('review.reply-to', { what })} value={answer} maxLength={4000} rows={2} onChange={setAnswer} />
      )}
      {!settles && !resolved && <p className={styles.quiet}>{say('review.finding-settles')}</p>}
      <ProblemNote problem={replying.problem ?? settling.problem} />
      <div className={styles.acts}>
        {answer === undefined ? (
          <Button kind="quiet" onPress={() => setAnswer('')}>
            {say('review.reply')}
          </Button>
        ) : (
          <>
            <Button
              isPending={replying.isBusy}
              isDisabled={answer.trim() === ''}
              onPress={() => void replying.run(procedure, comment.id, answer.trim())}
            >
              {say('review.reply')}
            </Button>
            <Button kind="quiet" onPress={() => setAnswer(undefined)}>
              {say('review.cancel')}
            </Button>
          </>
        )}
        {answer === undefined && settles && (
          <Button
            kind="quiet"
            icon={resolved ? RotateCcw : CheckCheck}
            isPending={settling.isBusy}
            onPress={() => void settling.run(procedure, comment.id, !resolved)}
          >
            {say(resolved ? 'review.reopen' : 'review.settle')}
          </Button>
        )}
      </div>
    </li>
  );
}
