import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { ChosenList } from '../base/chosen-list.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { useChannelWords } from '../case/channels.ts';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { procedureChannels, procedureKinds } from '../model/profile-commands.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { proceduresQuery } from '../server/procedures-query.ts';
import { PartClause } from './clause-chip.tsx';

/** Which standard it follows: that decides which clauses are asked for. */
export function KindField({ definition, act }: PanelProps) {
  const say = useWords();
  const kind = procedureKinds.find((one) => one === fieldsOf(definition).kind);
  return (
    <div data-field="kind">
      <Select
        label={say('proof.kind')}
        hint={say('proof.kind-hint')}
        options={procedureKinds.map((id) => ({ id, name: say(`proof.kind.${id}`) }))}
        value={kind}
        onChange={(id) => {
          const next = procedureKinds.find((one) => one === id);
          if (next !== undefined && next !== kind) act({ name: 'kind.set', payload: { kind: next } });
        }}
      />
    </div>
  );
}

/** A name of small Latin letters, digits and hyphens: it names the policy in reports. */
const isName = (words: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(words);

const isAddress = (words: string) => /^https?:\/\/\S+$/.test(words) && URL.canParse(words);

export function PolicyFields({ definition, act }: PanelProps) {
  const say = useWords();
  const { policy } = fieldsOf(definition);
  const { id, version, url } = fieldsOf(policy);
  const written = { id: wordOf(id) ?? '', version: wordOf(version) ?? '' };
  const write = (next: typeof written) => act({ name: 'policy.set', payload: { policy: next } });
  return (
    <section className={panelStyles.titles} data-field="policy">
      <h3>
        {say('proof.policy')} <PartClause definition={definition} part="policy" />
      </h3>
      <div data-field="policy/id">
        <TextField
          label={say('proof.policy-id')}
          latin
          value={written.id}
          {...(written.id === '' || isName(written.id) ? {} : { problem: say('proof.policy-id-wrong') })}
          onChange={(words) => write({ id: words.trim().toLowerCase(), version: written.version || '1' })}
        />
      </div>
      {policy !== undefined && (
        <>
          <div data-field="policy/version">
            <TextField
              label={say('proof.policy-version')}
              value={written.version}
              onChange={(words) => write({ ...written, version: words })}
            />
          </div>
          <div data-field="policy/url">
            <TextField
              label={say('proof.policy-url')}
              type="url"
              value={wordOf(url) ?? ''}
              isOptional
              {...(url === undefined || isAddress(wordOf(url) ?? '') ? {} : { problem: say('proof.policy-url-wrong') })}
              onChange={(words) => {
                const next = words.trim();
                act({ name: 'policy.url', payload: next === '' ? {} : { url: next } });
              }}
            />
          </div>
          <div>
            <Button icon={Trash2} onPress={() => act({ name: 'policy.set', payload: {} })}>
              {say('proof.policy-remove')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

export function ChannelsField({ definition, act }: PanelProps) {
  const say = useWords();
  const channelWords = useChannelWords();
  const chosen = wordsOf(fieldsOf(definition).channels);
  const all = [...procedureChannels, ...chosen.filter((channel) => !procedureChannels.some((known) => known === channel))];
  return (
    <div data-field="channels">
      <CheckboxGroup
        label={say('proof.channels')}
        hint={say('proof.channels-hint')}
        look="row"
        boxes={all.map((id) => ({ id, name: channelWords(id) }))}
        value={chosen}
        onChange={(next) => act({ name: 'channels.set', payload: { channels: all.filter((channel) => next.includes(channel)) } })}
      />
      <PartClause definition={definition} part="channels" />
    </div>
  );
}

/** Other procedures of the house that belong to this one; what it starts by itself is linked anyway. */
export function LinksField({ definition, act }: PanelProps) {
  const say = useWords();
  const text = useText();
  const query = useQuery(proceduresQuery);
  const { id: own, links } = fieldsOf(definition);
  const chosen = wordsOf(links);
  const procedures = query.data ?? [];
  const named = (id: string) => text(procedures.find((one) => one.id === id)?.title) || id;
  const write = (next: readonly string[]) => act({ name: 'links.set', payload: { links: next } });
  return (
    <ChosenList
      label={say('proof.links')}
      hint={say('proof.links-hint')}
      empty={say('proof.links-none')}
      field="links"
      chosen={chosen.map((id, index) => ({
        id,
        name: named(id),
        note: index === 0 && <PartClause definition={definition} part="links" />,
      }))}
      options={procedures
        .filter(({ id, retired }) => id !== own && !retired && !chosen.includes(id))
        .map(({ id }) => ({ id, name: named(id) }))}
      addLabel={say('proof.links-add')}
      none={say('proof.nothing-found')}
      locked={say('proof.locked')}
      removeName={(name) => say('who.remove', { name })}
      onAdd={(id) => write([...chosen, id])}
      onRemove={(id) => write(chosen.filter((link) => link !== id))}
    />
  );
}
