import { Tabs, type TabView } from '../base/tabs.tsx';
import { useWords } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { lateDetail } from '../shell/late-detail.tsx';
import { useSession } from '../shell/session.tsx';
import { type TabId, tabIds, tabNames, tabOf } from './tab-of.ts';
import type { TechnicalPlace } from './technical-tab.tsx';

const TechnicalTab = lateDetail(async () => (await import('./technical-tab.tsx')).TechnicalTab);

/** The part that somebody looks at stays when another step is chosen, if that has it too. */
export interface PanelTab {
  readonly chosen: TabId;
  readonly choose: (tab: TabId) => void;
}

/** Parts of the panel, each with the number of its problems; what has only one part shows it plainly. Experts see how it is written as well. */
export function PanelTabs({
  tab,
  findings,
  technical,
  parts,
}: {
  readonly tab: PanelTab;
  readonly findings: readonly ElementFinding[];
  readonly technical: TechnicalPlace;
  readonly parts: Partial<Readonly<Record<TabId, React.ReactNode>>>;
}) {
  const say = useWords();
  const { expert } = useSession();
  const all = expert ? { ...parts, technical: <TechnicalTab key={technical.at} {...technical} /> } : parts;
  const tabs: readonly TabView[] = tabIds.flatMap((id) => {
    const children = all[id];
    if (children === undefined || children === null || children === false) return [];
    const problems = findings.filter(({ field }) => tabOf(field) === id).length;
    return [{ id, name: say(tabNames[id]), children, ...(problems > 0 ? { problems } : {}) }];
  });
  const chosen = tabs.find(({ id }) => id === tab.chosen) ?? tabs[0];
  if (!chosen) return null;
  if (tabs.length === 1) return chosen.children;
  return <Tabs label={say('panel.parts')} tabs={tabs} chosen={chosen.id} onChoose={(id) => tab.choose(id as TabId)} look="fields" />;
}
