import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Select } from '../base/select.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { BundleButton } from '../bundle/bundle-button.tsx';
import { periodIn } from '../calendar/usual-periods.ts';
import { useText, useWords } from '../language/words.tsx';
import { textOf } from '../model/loose-json.ts';
import { useDrawing, useProcedure } from '../review/use-review.ts';
import { problemOf } from '../server/problem.ts';
import { Page } from '../shell/page.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, readsDrafts, useSession } from '../shell/session.tsx';
import { Matrix } from './matrix.tsx';
import type { SideName } from './matrix-side.ts';
import { usePeriodWords } from './period-words.ts';

/** Clause by clause: what is asked, whether a version or the draft does it, what shows that, and who signed for the rest. */
export const MatrixPage = () => (
  <PartCatalogue of="check">
    <PartCatalogue of="matrix">
      <ChosenMatrix />
    </PartCatalogue>
  </PartCatalogue>
);

const from = '/inside/drawing/closer/procedures/$procedure/proof';
const nobody = 'nothing';

function ChosenMatrix() {
  const { procedure: id } = useParams({ from });
  const search = useSearch({ from });
  const say = useWords();
  const text = useText();
  const session = useSession();
  const navigate = useNavigate();
  const query = useProcedure(id);
  const isNew = query.data !== undefined && query.data?.title === undefined;
  const drawn = useDrawing(id, isNew ? 'draft' : undefined);
  const periodWords = usePeriodWords();
  const period = periodIn(search);
  if (query.error && !query.data) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <SkeletonRows rows={10} />;
  // Drawn for the first time: it has a draft alone, and its name stands in that.
  const { versions, draft, title } = query.data ?? { versions: [], draft: true, title: undefined };
  const names: readonly SideName[] = [
    ...(draft && readsDrafts(session) ? (['draft'] as const) : []),
    ...versions.map(({ version }) => `${version}` as const),
  ];
  const inForce = versions.find((version) => version.inForce);
  const shown = names.find((name) => name === search.of) ?? (inForce ? (`${inForce.version}` as const) : names[0]);
  const compared = names.find((name) => name === search.with && name !== shown);
  const name = text(title ?? textOf(drawn.data?.document.title));
  const option = (name: SideName) => ({
    id: name,
    name: name === 'draft' ? say('review.draft-now') : say('review.version', { version: Number(name) }),
  });
  const go = (more: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '/procedures/$procedure/proof', params: { procedure: id }, search: { ...search, ...more }, replace: true });
  return (
    <Page
      title={say('matrix.title')}
      of={name}
      lead={
        <>
          {name !== '' && (
            <>
              <bdi>{name}</bdi> ·{' '}
            </>
          )}
          {say('matrix.lead')}
        </>
      }
      width="wide"
      above={
        versions.length > 0 ? (
          <Link to="/procedures/$procedure/versions" params={{ procedure: id }}>
            {say('review.history')}
          </Link>
        ) : (
          <Link to="/procedures/$procedure/review" params={{ procedure: id }}>
            {say('review.draft-now')}
          </Link>
        )
      }
      actions={
        <>
          <Select
            label={say('matrix.of')}
            options={names.map(option)}
            value={shown}
            onChange={(name) => go({ of: name, rule: undefined })}
          />
          {names.length > 1 && (
            <Select
              label={say('matrix.compare')}
              options={[{ id: nobody, name: say('matrix.compare-none') }, ...names.filter((name) => name !== shown).map(option)]}
              value={compared ?? nobody}
              onChange={(name) => go({ with: name === nobody ? undefined : name })}
            />
          )}
          {shown !== undefined && shown !== 'draft' && holdsRight(session, 'compliance') && (
            <BundleButton procedure={id} version={Number(shown)} period={period} periodWords={periodWords(period)} />
          )}
        </>
      }
    >
      {shown !== undefined && <Matrix key={id} id={id} of={shown} compared={compared} place={search} go={go} />}
    </Page>
  );
}
