import type { Gate, Script } from '@redress/engine';
import { Check, CircleDashed, Plus, ShieldCheck, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Menu } from '../base/menu.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { fieldsOf } from '../model/loose-json.ts';
import type { ProcedureTree } from '../model/tree.ts';
import { GateDialog } from './gate-dialog.tsx';
import { SaveScenarioDialog } from './save-scenario-dialog.tsx';
import { scenarioOf, scenariosIn } from './scenario-script.ts';
import styles from './scenarios.module.css';
import type { Trial } from './trial-play.ts';
import type { Story } from './trial-script.ts';

type Went = 'playing' | 'well' | 'badly';
const iconOf = (went: Went) => ({ playing: CircleDashed, well: Check, badly: X })[went];

/** Stories that are kept and played again after every change; what they reach together is what publishing asks for. */
export function ScenarioBar({
  scenarios,
  gate,
  working,
  story,
  trial,
  tree,
  definition,
  act,
  onOpen,
}: {
  readonly scenarios: object;
  readonly gate: Gate | undefined;
  readonly working: boolean;
  readonly story: Story | undefined;
  readonly trial: Extract<Trial, { readonly ok: true }> | undefined;
  readonly tree: ProcedureTree;
  readonly definition: object;
  /** Missing for those who may only look. */
  readonly act?: (command: Command) => readonly string[] | undefined;
  readonly onOpen: (story: Story) => void;
}) {
  const say = useWords();
  const text = useText();
  const [asking, setAsking] = useState<'save' | 'gate'>();
  const kept = scenariosIn(scenarios, text);
  const opened = kept.find(({ id }) => id === story?.scenario);
  const reached = gate?.goals.filter(({ state }) => state !== 'missing').length ?? 0;
  const wentOf = (id: string): Went => {
    const went = gate?.scenarios.find((one) => one.id === id);
    return went === undefined || working ? 'playing' : went.ok ? 'well' : 'badly';
  };
  const noteOf = (went: Went): string => say(went === 'playing' ? 'trial.playing' : went === 'well' ? 'trial.well' : 'trial.otherwise');
  const badly = kept.filter(({ id }) => wentOf(id) === 'badly');
  const all: Went = badly.length > 0 ? 'badly' : kept.some(({ id }) => wentOf(id) === 'playing') ? 'playing' : 'well';
  const open = (id: string) => {
    const found = kept.find((one) => one.id === id);
    // What was kept was read as a script when it was played; what cannot be read is told there.
    const script = found?.script as unknown as Script | undefined;
    if (script && Array.isArray(script.steps)) onOpen({ script, upTo: script.steps.length, scenario: id });
  };
  return (
    <section className={styles.bar} aria-label={say('trial.scenarios')}>
      {act && story && trial && (
        <Button kind="link" icon={Plus} onPress={() => setAsking('save')}>
          {say(opened ? 'trial.save-again' : 'trial.save')}
        </Button>
      )}
      {kept.length > 0 && (
        <Menu
          label={say('trial.scenarios')}
          placement="top start"
          groups={[
            {
              id: 'scenarios',
              chosen: story?.scenario ?? '',
              entries: kept.map((one) => ({ id: one.id, name: one.title, icon: iconOf(wentOf(one.id)), note: noteOf(wentOf(one.id)) })),
            },
          ]}
          onAction={open}
        >
          <Button kind="quiet" icon={iconOf(all)}>
            <span data-went={all}>{say(`trial.all.${all}`, { count: all === 'badly' ? badly.length : kept.length })}</span>
          </Button>
        </Menu>
      )}
      <span className={styles.sum}>
        {gate && (
          <Button kind="link" icon={ShieldCheck} onPress={() => setAsking('gate')}>
            {say('trial.gate-share', { reached, of: gate.goals.length })}
          </Button>
        )}
      </span>
      {asking === 'save' && story && trial && act && (
        <SaveScenarioDialog
          name={opened?.title ?? ''}
          // A name that stays keeps its other languages; a new one is for every reader.
          script={(title) => scenarioOf(story, trial, title === opened?.title ? (opened.named ?? title) : title)}
          onClose={() => setAsking(undefined)}
          onSave={(script, anew) => {
            setAsking(undefined);
            const title = script.title ?? '';
            const [made] =
              (opened && !anew
                ? act({ name: 'scenario.set', payload: { scenario: opened.id, script } })
                : act({ name: 'scenario.add', payload: { title, script } })) ?? [];
            const id = made?.slice('scenario:'.length) ?? opened?.id;
            onOpen({ script, upTo: script.steps.length, ...(id === undefined ? {} : { scenario: id }) });
          }}
          isKept={opened !== undefined}
        />
      )}
      {asking === 'gate' && gate && (
        <GateDialog
          {...{ gate, tree, definition, kept }}
          gaps={fieldsOf(fieldsOf(scenarios).gaps)}
          {...(act ? { act } : {})}
          onOpen={open}
          onClose={() => setAsking(undefined)}
        />
      )}
    </section>
  );
}
