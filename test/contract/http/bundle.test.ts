import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unpacked } from '../../../runtime-api/src/bundle/archive.ts';
import type { CaseDocument } from '../../../runtime-api/src/store/models/case.ts';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import { recording } from '../../complaint-answers.ts';
import { redress } from '../cli/run-command.ts';
import type { Browser } from './browser.ts';
import { draftIn, drawing, enc, match, openWorld, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { founded, newCase, password } from './world.ts';

let world: World;
let folder: string;
let path: string;
let policy: string;
const document = drawing();
const cases: string[] = [];
const typed = ['The roof of our shed leaks', 'Somebody else builds roofs', 'The guild of roofers'];

const ended = async (): Promise<string> => {
  const { admin, server } = world;
  const at = new Date(server.clock.now() - 60_000).toISOString();
  const values = { ...newCase(at).values, description: typed[0] };
  const { id } = (await admin.post('/cases', { ...newCase(at, { definition: document.id }), values })).body;
  await server.idle();
  const [task] = (await admin.post('/tasks/search', { case: id })).body.rows;
  const redirection = { redirectReasons: typed[1], otherBody: typed[2] };
  const done = await admin.post(`/tasks/${enc(task.id)}/completion`, { event: 'notOurs', values: redirection });
  expect(done.status).toBe(200);
  await server.pass(1_000);
  return id;
};

/** Something was found in the review, answered and settled, before it was approved and published. */
async function publishedReview(): Promise<string> {
  const { owner, compliance } = world;
  const { path } = await draftIn(world, 'submitted', document);
  const wish = { element: 'deciding', text: 'Who is <i>told</i>?', finding: { grade: 'major', clause: '10002/7.8' } };
  const comment = `${path}/draft/comments/${(await compliance.post(`${path}/draft/comments`, wish)).body.id}`;
  await owner.post(`${comment}/replies`, { text: 'Everybody' });
  await compliance.post(`${comment}/resolution`, { resolved: true });
  await compliance.post(`${path}/draft/approval`, { password }, match(2));
  expect((await owner.post(`${path}/publication`, undefined, match(3))).status).toBe(200);
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-bundle-'));
  world = await openWorld(await TestServer.open());
  const { compliance, admin } = world;
  path = await publishedReview();
  const sent = await compliance.post(`${path}/evidence?name=policy.txt`, Buffer.from('Whoever complains is heard.'));
  policy = sent.body.sha256;
  const attestation = { rule: '10002/4.2-C', statement: 'The board has signed <b>it</b>', evidence: '', validUntil: '2026-09-30' };
  expect((await compliance.post(`${path}/attestations`, { ...attestation, files: [sent.body.id] })).status).toBe(200);
  cases.push(await ended(), await ended());
  await admin.post('/cases', newCase(new Date(world.server.clock.now()).toISOString(), { definition: document.id, values: recording }));
}, 60_000);
afterAll(async () => {
  await world.server.close();
  await rm(folder, { recursive: true });
});

const asked = async (who: Browser = world.compliance, query = ''): Promise<Response> =>
  await fetch(`${world.server.base}/api/v1${path}/versions/1/bundle${query}`, { headers: { Cookie: who.cookie } });

/** The bytes as they come, which a `Browser` would read as text. */
async function download(who: Browser = world.compliance, query = ''): Promise<Buffer> {
  const response = await asked(who, query);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${document.id}-1-evidence.zip"`);
  return Buffer.from(await response.arrayBuffer());
}
const verified = async (bytes: Uint8Array, ...words: readonly string[]) => {
  const file = join(folder, 'evidence.zip');
  await writeFile(file, bytes);
  return await redress(folder, 'verify', file, ...words, '--json');
};
const filesIn = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const read = unpacked(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return new Map(read.value.map((one) => [one.name, Buffer.from(one.bytes).toString('utf8')]));
};
const organisationOf = async (id: string | undefined): Promise<string> =>
  (await sweep(world.server.running.store.cases.findOne({ _id: id ?? '' }), 'verify').lean<CaseDocument>())?.organisation ?? '';
const keyOf = async (who: Browser = world.admin) => (await who.get('/organisation/signing-key')).body;

test('whoever has the key that the page of the organisation shows finds the bundle as it was signed, without store or server', async () => {
  const bytes = await download();
  const { fingerprint, publicKey } = await keyOf();
  const told = await verified(bytes, '--key', fingerprint.match(/.{4}/g).join(' '));
  expect(told).toMatchObject({ code: 0, json: { faults: [], keyChecked: true, rechecked: 'same', fingerprint } });
  const pem = join(folder, 'public-key.pem');
  await writeFile(pem, publicKey);
  expect(await verified(bytes, '--key', pem)).toMatchObject({ code: 0, json: { faults: [] } });
});

test('without the key it is only whole, which is not enough; with that of another organisation it is refused', async () => {
  const bytes = await download();
  const { fingerprint } = await keyOf();
  expect(await verified(bytes)).toMatchObject({ code: 2, json: { faults: [], keyChecked: false, fingerprint } });
  const file = join(folder, 'evidence.zip');
  const told = await redress(folder, 'verify', file);
  expect(told).toMatchObject({ code: 2, text: expect.stringContaining('anybody could have made it') });
  expect(told.text).toContain(fingerprint.match(/.{4}/g).join(' '));
  const blue = await founded(world.server, { name: 'Blue Bank', email: 'bea@example.org', first: false });
  const foreign = (await keyOf(blue)).fingerprint;
  expect(foreign).not.toBe(fingerprint);
  expect(await verified(bytes, '--key', foreign)).toMatchObject({ code: 1, json: { faults: [{ fault: 'key-differs' }] } });
});

test('what was done to the file on the way is found; a file or key that is none is no bundle', async () => {
  const bytes = await download();
  const { fingerprint } = await keyOf();
  const place = bytes.indexOf('"needs-person"');
  const altered = Buffer.from(bytes);
  altered.write('"does-hold---"', place);
  const faults = async (given: Uint8Array) => {
    const { code, json } = await verified(given, '--key', fingerprint);
    return { code, faults: json.faults.map(({ fault }: { fault: string }) => fault) };
  };
  expect(await faults(altered)).toEqual({ code: 1, faults: ['archive-altered'] }); // The archive's own checksum already says so.
  expect(await faults(bytes.subarray(0, bytes.length - 50))).toEqual({ code: 1, faults: ['archive-unreadable'] });
  const file = join(folder, 'altered.zip');
  await writeFile(file, altered);
  expect((await redress(folder, 'verify', file)).text).toContain('is not to be believed: 1 fault.');
  expect(await redress(folder, 'verify', join(folder, 'none.zip'))).toMatchObject({ code: 66 });
  expect(await verified(bytes, '--key', join(folder, 'evidence.zip'))).toMatchObject({ code: 66, json: { problem: 'too-large' } });
  await writeFile(join(folder, 'no-key.pem'), 'hello');
  expect(await verified(bytes, '--key', join(folder, 'no-key.pem'))).toMatchObject({ code: 64, json: { problem: 'no-key' } });
  expect(await redress(folder, 'verify', '--key', fingerprint)).toMatchObject({ code: 64 });
});

test('it holds the procedure, who approved it by which rules, what was signed with its files, and journals of ended cases', async () => {
  const files = filesIn(await download());
  const read = (name: string) => JSON.parse(files.get(name) ?? '');
  expect(read('definition.json')).toMatchObject({ id: document.id });
  expect(read('approvals.json')).toMatchObject({ version: 1, approvedBy: { name: 'Cora' }, publishedBy: { name: 'Olga' } });
  expect(read('attestations.json')).toMatchObject([{ rule: '10002/4.2-C', person: { name: 'Cora' }, files: [{ sha256: policy }] }]);
  expect(files.get(`evidence/${policy}`)).toBe('Whoever complains is heard.');
  expect(read('verdicts.json').statement).toMatch(/^Guidance implemented, rule packs /);
  const manifest = read('manifest.json');
  expect(manifest.sample.cases.map((one: { case: string }) => one.case)).toEqual(cases.toReversed());
  expect(manifest.sample.cases).toMatchObject([{ outcome: 'misdirected', faults: [] }, { faults: [] }]);
  expect(manifest).toMatchObject({ organisation: { name: 'Green Bank' }, madeBy: { name: 'Cora' } });
  const page = files.get('report.html') ?? '';
  expect(page).toContain('The board has signed &lt;b&gt;it&lt;/b&gt;');
  expect(page).toContain((await keyOf()).fingerprint.match(/.{4}/g).join(' '));
});

test('it holds what officers found in the review; whoever checks hears that each was settled before the approval', async () => {
  const bytes = await download();
  const files = filesIn(bytes);
  expect(JSON.parse(files.get('findings.json') ?? '')).toMatchObject([
    {
      ...{
        element: 'deciding',
        called: { name: { en: 'Decide' } },
        person: { name: 'Cora' },
        finding: { grade: 'major', clause: '10002/7.8' },
      },
      replies: [{ person: { name: 'Olga' }, text: 'Everybody' }],
      resolved: { person: { name: 'Cora' } },
    },
  ]);
  expect(files.get('report.html')).toContain('Who is &lt;i&gt;told&lt;/i&gt;?');
  const { fingerprint } = await keyOf();
  expect(await verified(bytes, '--key', fingerprint)).toMatchObject({ code: 0, json: { faults: [], findings: 1 } });
  const { text } = await redress(folder, 'verify', join(folder, 'evidence.zip'), '--key', fingerprint);
  expect(text).toContain('Findings of the review, 1: each was settled before the approval, and names a clause that this program knows.');
});

test('beside the design it says what the cases show; whoever checks reads the enclosed journals once more and hears what is only sealed', async () => {
  const bytes = await download();
  const operation = JSON.parse(filesIn(bytes).get('operation.json') ?? '');
  expect(operation).toMatchObject({ period: {}, cases: cases.length, capped: false });
  expect(operation.rules.some((rule: { kept: number; verdict: string }) => rule.kept === cases.length && rule.verdict === 'kept')).toBe(
    true,
  );
  const { fingerprint } = await keyOf();
  expect(await verified(bytes, '--key', fingerprint)).toMatchObject({
    code: 0,
    json: { rechecked: 'same', operation: { cases: cases.length, journals: cases.length } },
  });
  const { text } = await redress(folder, 'verify', join(folder, 'evidence.zip'), '--key', fingerprint);
  expect(text).toContain(`${cases.length} enclosed journals were read once more by the same rules: the same.`);
  expect(text).toContain('The numbers of all cases are sealed: as they were signed, and not proved here.');
});

test('of a period it holds the cases received in it, and says so; one that ends before it begins is refused', async () => {
  const today = new Date(world.server.clock.now()).toISOString().slice(0, 10);
  const inPeriod = async (query: string) => {
    const files = filesIn(await download(world.compliance, query));
    const manifest = JSON.parse(files.get('manifest.json') ?? '');
    return { period: manifest.period, sampled: manifest.sample.cases.length, counted: JSON.parse(files.get('operation.json') ?? '').cases };
  };
  expect(await inPeriod(`?from=${today}`)).toEqual({ period: { from: today }, sampled: cases.length, counted: cases.length });
  expect(await inPeriod('?to=2025-12-31')).toEqual({ period: { to: '2025-12-31' }, sampled: 0, counted: 0 });
  const reversed = await world.compliance.get(`${path}/versions/1/bundle?from=2026-02-01&to=2026-01-31`);
  expect(reversed).toMatchObject({ status: 400, body: { code: 'period-reversed', facts: { from: '2026-02-01', to: '2026-01-31' } } });
});

/** Something to wait for until somebody opens it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

test('two are asked for at once, and one after the other is made; whoever asks for more hears when to come again', async () => {
  const held = gate();
  const making = world.server.running.office.bundles.play(await organisationOf(cases[0]), async () => await held.opened);
  const refused: Response[] = [];
  const enough = gate();
  const answers = Promise.all(
    Array.from({ length: 3 }, async () => {
      const answer = await asked();
      if (answer.status === 429 && refused.push(answer) === 2) enough.open();
      return answer.status;
    }),
  );
  await enough.opened;
  held.open();
  await making;
  expect((await answers).toSorted()).toEqual([200, 429, 429]);
  for (const answer of refused) {
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'too-many-requests', status: 429, facts: { retryAfterSeconds: expect.any(Number) } });
  }
  expect((await asked()).status).toBe(200);
});

test('no value of a case, no name of anybody outside, and no secret stands in it', async () => {
  const bytes = (await download()).toString('latin1');
  for (const text of [...typed, 'jan@example.org', 'Jan Kowalski', 'PRIVATE KEY']) expect(bytes).not.toContain(text);
  const { store } = world.server.running;
  const kept = await sweep(store.signingKeys.find({}), 'verify').lean();
  expect(kept.length).toBeGreaterThan(0);
  for (const { privateKey } of kept) expect(bytes).not.toContain(privateKey.split('\n')[1]);
  expect(Object.keys(await keyOf()).sort()).toEqual(['fingerprint', 'madeAt', 'publicKey']);
});

test('the same state makes the same bytes; that one was made is written down', async () => {
  const [one, other] = [await download(), await download()];
  expect(one.equals(other)).toBe(true);
  const lines = (await world.admin.get('/people/log')).body.rows;
  expect(lines[0]).toMatchObject({ what: 'definition.bundle-made', facts: { definition: document.id, version: 1 } });
});

test('a case that is about whoever makes the bundle is not in his sample, and nothing tells of it', async () => {
  const me = (await world.compliance.get('/session')).body.person.id;
  const about = await ended();
  const journals = async () => [...filesIn(await download()).keys()];
  expect(await journals()).toContain(`journals/${about}.jsonl`);
  const { store, office } = world.server.running;
  const organisation = await organisationOf(about);
  await store.cases.updateOne({ organisation, _id: about }, { $set: { keptAway: { subject: [me] } } });
  office.ports.cases.forget({ organisation, caseId: about });
  expect(await journals()).not.toContain(`journals/${about}.jsonl`);
  expect((await download()).includes(about)).toBe(false);
});

test('it is made by whoever may read the cases, and of nothing but a published version', async () => {
  const { owner, admin, compliance } = world;
  for (const who of [owner, admin]) expect(await who.get(`${path}/versions/1/bundle`)).toMatchObject({ status: 403 });
  for (const version of ['2', '0', 'draft', '1e0']) expect((await compliance.get(`${path}/versions/${version}/bundle`)).status).toBe(404);
});

test('a journal that was altered in the store goes along as it is: the server says so, and so does whoever checks', async () => {
  const { store } = world.server.running;
  const [id] = cases;
  const organisation = await organisationOf(id);
  await store.journal.updateOne({ organisation, _id: `${id}:1` }, { $set: { at: '2026-03-01T00:00:00.000Z' } });
  const bytes = await download();
  const manifest = JSON.parse(filesIn(bytes).get('manifest.json') ?? '');
  expect(manifest.sample.cases.at(-1)).toMatchObject({ case: id, faults: [{ fault: 'line-altered', revision: 1 }] });
  const told = await verified(bytes, '--key', (await keyOf()).fingerprint);
  expect(told).toMatchObject({ code: 1, json: { faults: [{ fault: 'line-altered', file: `journals/${id}.jsonl`, at: 'line 1' }] } });
});
