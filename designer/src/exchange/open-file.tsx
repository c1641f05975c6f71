import { type Result, refuse } from '@redress/engine';
import { useNavigate } from '@tanstack/react-router';
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Note } from '../base/note.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { textOf } from '../model/loose-json.ts';
import { copiedProcedure, copiedScenarios } from '../procedures/copied-procedure.ts';
import { procedureId } from '../procedures/empty-procedure.ts';
import { saveProcedureDraft } from '../server/procedures.ts';
import type { Problem } from '../server/shapes/basics.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './exchange.module.css';
import type { FileProblem, ReadFile } from './procedure-file.ts';

const megabyte = 1_048_576;
/** Larger files are not even read: three documents of what the engine reads at most; a picture has its drawing besides. */
const megabytesMost = { json: 3, picture: 8 } as const;

type Opened = Result<ReadFile, FileProblem>;

/** A file becomes a new procedure under a code of its own; nothing that exists is touched. */
export function OpenFile({ taken }: { readonly taken: readonly string[] }) {
  const say = useWords();
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened>();
  const read = async (file: File) => {
    // Reading machines is not what most people come to this page for.
    const { readProcedureFile } = await import('./procedure-file.ts');
    const most = megabytesMost[/\.svg$/i.test(file.name) ? 'picture' : 'json'];
    setOpened(file.size > most * megabyte ? refuse({ code: 'too-large', most }) : readProcedureFile(await file.text(), language));
  };
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json', '.svg', 'image/svg+xml']}
        onSelect={(files) => files?.[0] && void read(files[0])}
      >
        <Button icon={FolderOpen}>{say('exchange.open')}</Button>
      </FileTrigger>
      {opened && !opened.ok && (
        <Dialog title={say('exchange.open-title')} isOpen onClose={() => setOpened(undefined)}>
          <Note tone="bad" live>
            {fileProblemWords(say, opened.refusal)}
          </Note>
        </Dialog>
      )}
      {opened?.ok && <BeginFromFile file={opened.value} taken={taken} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function fileProblemWords(say: ReturnType<typeof useWords>, problem: FileProblem): string {
  switch (problem.code) {
    case 'not-json':
      return problem.line === undefined
        ? say('exchange.problem.not-json')
        : say('exchange.problem.not-json-at', { line: problem.line, column: problem.column ?? 1 });
    case 'newer':
      return say('exchange.problem.newer', { format: problem.format });
    case 'unsafe-key':
      return say('exchange.problem.unsafe-key', { key: problem.key, at: problem.at });
    case 'limit':
      return say('exchange.problem.limit', { at: problem.at, actual: problem.actual, most: problem.most });
    case 'too-large':
      return say('exchange.problem.too-large', { most: problem.most });
    case 'not-procedure':
    case 'picture-empty':
      return say(`exchange.problem.${problem.code}`);
    case 'picture-declares':
    case 'picture-several':
    case 'picture-damaged':
      return say(`exchange.problem.${problem.code}`, { line: problem.line });
  }
}

interface BeginProps {
  readonly file: ReadFile;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}

function BeginFromFile({ file: { document, kept }, taken, onClose }: BeginProps) {
  const say = useWords();
  const language = useLanguage();
  const text = useText();
  const navigate = useNavigate();
  const [name, setName] = useState(text(textOf(document.definition.title)));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const title = name.trim();
  const begin = async () => {
    setTried(true);
    if (title === '') return;
    setBusy(true);
    const id = procedureId(title, taken);
    const from = String(document.definition.id ?? '');
    const saved = await saveProcedureDraft(
      id,
      {
        document: copiedProcedure(document.definition, { id, title, language }),
        layout: document.layout,
        scenarios: copiedScenarios(document.scenarios, { from, to: id }),
      },
      0,
    );
    setBusy(false);
    if (saved.ok) await navigate({ to: '/procedures/$procedure/map', params: { procedure: id } });
    else setProblem(saved.problem);
  };
  return (
    <Dialog
      title={say('exchange.open-title')}
      isOpen
      isBusy={busy}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="open-file" isPending={busy}>
            {say('exchange.begin')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="open-file"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <p>{say('exchange.open-lead')}</p>
        <TextField
          label={say('gallery.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && title === '' ? { problem: say('outline.name-missing') } : {})}
        />
        {kept.length > 0 && <Kept kept={kept} />}
        {problem && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  );
}

const keptAtOnce = 50;

/** What is not understood is not lost: it is named with its place, and has to be replaced before anybody can publish. */
function Kept({ kept }: { readonly kept: ReadFile['kept'] }) {
  const say = useWords();
  return (
    <Note tone="time">
      <p>{say('exchange.kept', { count: kept.length })}</p>
      <ul className={styles.kept}>
        {kept.slice(0, keptAtOnce).map(({ at, facts }) => (
          <li key={at}>
            <bdi dir="ltr">{String(facts.name)}</bdi> <code dir="ltr">{at}</code>
          </li>
        ))}
      </ul>
      {kept.length > keptAtOnce && <p>{say('exchange.kept-more', { count: kept.length - keptAtOnce })}</p>}
    </Note>
  );
}
