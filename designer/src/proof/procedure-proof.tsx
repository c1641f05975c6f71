import formStyles from '../forms-editor/forms.module.css';
import { fieldsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { Measures } from './measures.tsx';
import { ChannelsField, KindField, LinksField, PolicyFields } from './profile-fields.tsx';
import { PublishedTexts } from './published-texts.tsx';
import { RetentionFields } from './retention-fields.tsx';

/** What the procedure as a whole shows to the standards: which one it follows, what the public is told, how long records stay, what is measured. */
export function ProcedureProof(panel: PanelProps) {
  const { retention } = fieldsOf(panel.definition);
  return (
    <div className={formStyles.parts}>
      <KindField {...panel} />
      <PolicyFields {...panel} />
      <ChannelsField {...panel} />
      <PublishedTexts {...panel} />
      <RetentionFields {...panel} retention={retention} />
      <Measures {...panel} />
      <LinksField {...panel} />
    </div>
  );
}
