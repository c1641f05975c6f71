import { ok, type Result, refuse, type Script, type ScriptTitle } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { copyOf, type Draft, isFields, memberOf, OddShape } from './loose-json.ts';
import { newId } from './new-id.ts';
import { scriptTitle } from './script-title.ts';

export interface ScenarioPayloads {
  /** A case that was tried out, kept under a name. */
  readonly 'scenario.add': { readonly title: ScriptTitle; readonly script: Script };
  /** Another course of events; without a title of its own it keeps the name it had. */
  readonly 'scenario.set': { readonly scenario: string; readonly script: Script };
  /** Whoever renames one says what it is called for every reader. */
  readonly 'scenario.rename': { readonly scenario: string; readonly title: string };
  readonly 'scenario.remove': { readonly scenario: string };
  /**
   * Why no scenario reaches an outcome (`end:closed`) or a deadline (the address of its row, `assessing/after/assessBy/0`); an empty
   * reason goes.
   */
  readonly 'gap.set': { readonly what: string; readonly reason: string };
}

export const scenarioRecipes: Recipes<ScenarioPayloads> = {
  'scenario.add': (drawing, { title, script }) => {
    const scenario = newId(drawing, 'scenarios', typeof title === 'string' ? { en: title } : title, 'scenario');
    scriptsIn(drawing)[scenario] = { ...copyOf(script), title };
    return done('edit.scenario-add', title, scenario, [`scenario:${scenario}`]);
  },

  'scenario.set': (drawing, { scenario, script }) => {
    const found = scenarioIn(drawing, scenario);
    if (!found.ok) return found;
    const title = script.title ?? scriptTitle(found.value);
    scriptsIn(drawing)[scenario] = { ...copyOf(script), ...(title === undefined ? {} : { title }) };
    return done('edit.scenario-set', title ?? scenario, scenario);
  },

  'scenario.rename': (drawing, { scenario, title }) => {
    const found = scenarioIn(drawing, scenario);
    if (!found.ok) return found;
    const name = scriptTitle(found.value) ?? title;
    found.value.title = title;
    return done('edit.scenario-rename', name, `${scenario} title`);
  },

  'scenario.remove': (drawing, { scenario }) => {
    const found = scenarioIn(drawing, scenario);
    if (!found.ok) return found;
    const name = scriptTitle(found.value) ?? scenario;
    delete scriptsIn(drawing)[scenario];
    return done('edit.scenario-remove', name, scenario, ['']);
  },

  'gap.set': (drawing, { what, reason }) => {
    const gaps = memberOf(drawing.scenarios, 'gaps');
    if (gaps[what] !== undefined && typeof gaps[what] !== 'string') throw new OddShape(what);
    if (reason.trim() === '') delete gaps[what];
    else gaps[what] = reason;
    return ok({ words: { id: reason.trim() === '' ? 'edit.gap-remove' : 'edit.gap-set', facts: {} }, target: `gap:${what}` });
  },
};

const scriptsIn = (drawing: Drawing): Draft => memberOf(drawing.scenarios, 'scripts');

function scenarioIn(drawing: Drawing, scenario: string): Result<Draft, EditRefusal> {
  const scripts = scriptsIn(drawing);
  const found = Object.hasOwn(scripts, scenario) ? scripts[scenario] : undefined;
  if (found === undefined) return refuse({ code: 'no-such-element', element: `scenario:${scenario}` });
  return isFields(found) ? ok(found) : refuse({ code: 'odd-shape', key: scenario });
}

type Words = 'edit.scenario-add' | 'edit.scenario-set' | 'edit.scenario-rename' | 'edit.scenario-remove';
const done = (id: Words, name: ScriptTitle, target: string, chosen?: readonly string[]): Result<Done, EditRefusal> =>
  ok({ words: { id, facts: { name } }, target, ...(chosen ? { chosen } : {}) });
