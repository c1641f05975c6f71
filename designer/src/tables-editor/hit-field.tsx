import { Select } from '../base/select.tsx';
import { useWords } from '../language/words.tsx';
import { hitPolicies } from '../model/table-commands.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import type { DraftTable } from './draft-table.ts';

/** What counts where several rows fit, each explained. */
export function HitField({ table, act }: { readonly table: DraftTable; readonly act: PanelProps['act'] }) {
  const say = useWords();
  const { id, hit } = table;
  return (
    <div data-field="hit">
      <Select
        label={say('tables.hit')}
        {...(hit === undefined ? {} : { hint: say(`tables.hit-hint.${hit}`) })}
        options={hitPolicies.map((policy) => ({ id: policy, name: say(`tables.hit.${policy}`) }))}
        value={hit}
        onChange={(next) => {
          const policy = hitPolicies.find((one) => one === next);
          if (policy && policy !== hit) act({ name: 'table.hit', payload: { decision: id, hit: policy } });
        }}
      />
    </div>
  );
}
