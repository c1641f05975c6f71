import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sweep } from '../../../runtime-api/src/store/tenant.ts';
import type { Browser } from './browser.ts';
import { draftIn, enc, openWorld, type World } from './play.ts';
import { TestServer } from './running-server.ts';
import { founded, password } from './world.ts';

let world: World;
let path: string;
beforeAll(async () => {
  world = await openWorld(await TestServer.open());
  path = (await draftIn(world, 'draft')).path;
}, 60_000);
afterAll(() => world.server.close());

const dayMs = 86_400_000;
const mostBytes = 10 * 1024 * 1024;
/** A PDF of so many bytes; `mark` makes it another one. */
const pdf = (size: number, mark = 'a') => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, mark)]);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const send = (bytes: Uint8Array, name = 'policy.pdf', who: Browser = world.compliance) =>
  who.post(`${path}/evidence?name=${enc(name)}`, bytes);
/** The bytes as they come, which a `Browser` would read as text. */
const download = async (id: string, who: Browser = world.owner) => {
  const response = await fetch(`${world.server.base}/api/v1${path}/evidence/${id}`, { headers: { Cookie: who.cookie } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};
/** Says how many bytes come and sends half of them; settles when the system has taken those. */
const begin = (size: number): Promise<Socket> => {
  const { hostname, port } = new URL(world.server.base);
  const { cookie, csrf } = world.compliance;
  const heads = [`Host: ${hostname}:${port}`, `Cookie: ${cookie}`, `X-CSRF-Token: ${csrf}`, `Content-Length: ${size}`];
  return new Promise((done, failed) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /api/v1${path}/evidence?name=half.pdf HTTP/1.1\r\n${heads.join('\r\n')}\r\n\r\n`);
      socket.write(pdf(size / 2, 'k'), () => done(socket));
    }).on('error', failed);
  });
};
const attest = (files?: readonly string[], rule = '10002/4.2-C') =>
  world.compliance.post(`${path}/attestations`, {
    rule,
    statement: 'The board has signed the policy',
    evidence: '',
    validUntil: '2026-09-30',
    ...(files ? { files } : {}),
  });
const pieces = async () => (await sweep(world.server.running.store.evidencePieces.find({}, { _id: 1 }), 'verify').lean()).length;

describe('how much', () => {
  test('ten megabytes come back byte by byte; one more is refused, and nothing of it is kept', async () => {
    const bytes = pdf(mostBytes);
    const sent = await send(bytes);
    expect(sent).toMatchObject({ status: 200, body: { type: 'application/pdf', size: mostBytes, sha256: sha256(bytes) } });
    const back = await download(sent.body.id);
    expect(back.bytes.equals(bytes)).toBe(true);
    const before = await pieces();
    expect(await send(pdf(mostBytes + 1, 'b'))).toMatchObject({
      status: 413,
      body: { code: 'body-too-large', facts: { limit: 'evidence', most: mostBytes } },
    });
    expect(await pieces()).toBe(before);
  });

  test('nor is one more taken where the sender does not say how much comes', async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        for (let part = 0; part <= 10; part += 1) stream.enqueue(pdf(1024 * 1024));
        stream.close();
      },
    });
    const { cookie, csrf } = world.compliance;
    const headers = { Cookie: cookie, 'X-CSRF-Token': csrf };
    const options = { method: 'POST', headers, body, duplex: 'half' } as const;
    expect((await fetch(`${world.server.base}/api/v1${path}/evidence?name=big.pdf`, options)).status).toBe(413);
  });

  test('a file without a byte is refused', async () => {
    expect(await send(Buffer.alloc(0))).toMatchObject({ status: 422, body: { code: 'evidence-empty' } });
  });

  test('eight at the same time are the most; the next one is asked to come again', async () => {
    const half = await Promise.all(Array.from({ length: 9 }, () => begin(900_000)));
    try {
      const [heads] = await Promise.any(half.map((socket) => once(socket, 'data')));
      expect(String(heads)).toMatch(/^HTTP\/1.1 503 .*"code":"crowded"/s);
    } finally {
      for (const socket of half) socket.destroy();
    }
    // The server hears a moment later that they are gone.
    let again = await send(pdf(40));
    for (let tries = 0; tries < 100 && again.status !== 200; tries += 1) again = await send(pdf(40));
    expect(again.status).toBe(200);
  });

  test('the same bytes lie once for an organisation, under each name they were sent by', async () => {
    const bytes = pdf(600_000, 'once');
    const before = await pieces();
    const first = (await send(bytes, 'first.pdf')).body;
    expect((await send(bytes, 'first.pdf')).body).toEqual(first);
    for (const again of await Promise.all([1, 2, 3].map(() => send(bytes, 'first.pdf')))) expect(again.body).toEqual(first);
    const second = (await send(bytes, 'second.pdf')).body;
    expect(second).toMatchObject({ name: 'second.pdf', sha256: first.sha256 });
    expect(second.id).not.toBe(first.id);
    expect(await pieces()).toBe(before + 3);
  });
});

describe('what', () => {
  test('a program is refused, whatever it is called', async () => {
    const refused = await send(Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'policy.pdf');
    expect(refused).toMatchObject({ status: 415, body: { code: 'evidence-type', facts: { name: 'policy.pdf' } } });
  });

  test.each([
    ['a page', '<html><script>alert(1)</script>', 'page.html', 'page.html.txt'],
    ['a table', 'name;since\nAda;2026-01-01\n', 'staff.csv', 'staff.csv'],
    ['a command', 'rm -rf /\n', 'clean.bat', 'clean.bat.txt'],
  ])('%s is text, and is saved as text', async (_what, words, name, saved) => {
    const sent = await send(Buffer.from(words), name);
    expect(sent).toMatchObject({ status: 200, body: { type: 'text/plain', name: saved } });
    const { headers } = await download(sent.body.id);
    expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  });

  test('what is downloaded is saved, and runs nothing', async () => {
    const bytes = pdf(100, 'c');
    const { headers, status } = await download((await send(bytes)).body.id);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-disposition': 'attachment; filename="policy.pdf"',
      'content-type': 'application/pdf',
      'content-length': '100',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: `"${sha256(bytes)}"`,
    });
  });

  test.each([
    ['سیاست رسیدگی به شکایت‌ها.pdf', 'سیاست رسیدگی به شکایت‌ها.pdf'],
    ['a "b"\r\nSet-Cookie: x.pdf', 'a _b_ Set-Cookie_ x.pdf'],
    ['..\\..\\boot/policy\u202efdp.exe', 'policyfdp.exe.pdf'],
    ['zażółć.PDF', 'zażółć.PDF'],
    ['...', 'file.pdf'],
    [`${'ż'.repeat(300)}.pdf`, `${'ż'.repeat(100)}.pdf`],
  ])('the name %j comes back as %j', async (name, safe) => {
    const sent = await send(pdf(50, 'd'), name);
    expect(sent.body.name).toBe(safe);
    const told = (await download(sent.body.id)).headers.get('Content-Disposition') ?? '';
    const [, coded] = /filename\*=UTF-8''(\S+)$/.exec(told) ?? [];
    const [, plain] = /filename="([^"]*)"/.exec(told) ?? [];
    expect(coded === undefined ? plain : decodeURIComponent(coded)).toBe(safe);
  });
});

describe('who', () => {
  test('another organisation neither reads nor signs it', async () => {
    const { id } = (await send(pdf(70, 'e'))).body;
    const elsewhere = await openElsewhere();
    expect((await download(id, elsewhere)).status).toBe(404);
    expect((await download(id, world.owner)).status).toBe(200);
    expect((await download(id, world.spare.browser)).status).toBe(403);
  });

  test('only who may sign sends files, from a page of ours', async () => {
    expect(await send(pdf(70), 'a.pdf', world.owner)).toMatchObject({ status: 403, body: { code: 'right-missing' } });
    const options = { method: 'POST', headers: { Cookie: world.compliance.cookie }, body: new Uint8Array(pdf(70)) };
    expect((await fetch(`${world.server.base}/api/v1${path}/evidence?name=a.pdf`, options)).status).toBe(403);
  });
});

const openElsewhere = async (): Promise<Browser> => {
  const foreign = await founded(world.server, { name: 'Blue Bank', email: 'bea@example.org', first: false });
  const me = (await foreign.get('/session')).body.person;
  const rights = ['administrator', 'process-owner', 'compliance'];
  await foreign.patch(`/people/${me.id}`, { rights }, { 'If-Match': `"${me.revision}"` });
  await foreign.post('/session', { email: 'bea@example.org', password });
  return foreign;
};

describe('signed', () => {
  test('a signature tells its files and their hashes, and keeps them for good; what nobody signs is gone after a day', async () => {
    const kept = (await send(pdf(300_000, 'f'), 'kept.pdf')).body;
    const same = (await send(pdf(300_000, 'f'), 'same.pdf')).body;
    const dropped = (await send(pdf(300_000, 'g'), 'dropped.pdf')).body;
    expect((await attest([kept.id])).body.rows[0].files).toEqual([kept]);
    const before = await pieces();
    await world.server.pass(dayMs + 1);
    for (const who of ['olga', 'cora'] as const)
      await (who === 'olga' ? world.owner : world.compliance).post('/session', { email: `${who}@example.org`, password });
    expect((await download(kept.id)).bytes.equals(pdf(300_000, 'f'))).toBe(true);
    for (const { id } of [same, dropped]) expect((await download(id)).status).toBe(404);
    expect(await pieces()).toBeLessThan(before - 1);
    expect((await send(pdf(300_000, 'f'), 'kept.pdf')).body).toEqual(kept); // Sent again it is the one that is signed.
    expect(await attest([kept.id, dropped.id])).toMatchObject({
      status: 422,
      body: { code: 'evidence-unknown', facts: { file: dropped.id } },
    });
  });

  test('a later signature has files of its own, the earlier one keeps its', async () => {
    const [first, second] = [(await send(pdf(80, 'h'), 'first.pdf')).body, (await send(pdf(80, 'i'), 'second.pdf')).body];
    const rule = '10002/4.2-C';
    await attest([first.id], rule);
    const { rows } = (await attest([second.id, first.id], rule)).body;
    expect(rows.slice(0, 2).map(({ files }: { files: { name: string }[] }) => files.map(({ name }) => name))).toEqual(
      expect.arrayContaining([['second.pdf', 'first.pdf'], ['first.pdf']]),
    );
    expect((await attest()).body.rows.map(({ files }: { files: object[] }) => files.length)).toContain(0);
  });

  test('files of another procedure, the same twice, and more than ten are refused', async () => {
    const { id } = (await send(pdf(90, 'j'))).body;
    const other = (await draftIn(world, 'draft')).path;
    const wish = { rule: '10002/4.2-C', statement: 'x', evidence: '', validUntil: '2026-09-30' };
    expect((await world.compliance.post(`${other}/attestations`, { ...wish, files: [id] })).body.code).toBe('evidence-unknown');
    expect((await attest([id, id])).status).toBe(400);
    expect((await attest(Array.from({ length: 11 }, (_, at) => `${at}`))).status).toBe(400);
  });
});

describe('cut off', () => {
  test('of a file whose sender goes away in the middle nothing is kept', async () => {
    const { evidence } = world.server.running.store;
    const count = async () => (await sweep(evidence.find({}, { _id: 1 }), 'verify').lean()).length;
    const before = [await count(), await pieces()];
    const socket = await begin(900_000);
    await new Promise<void>((done) => socket.on('close', () => done()).destroy());
    expect([await count(), await pieces()]).toEqual(before);
  });

  test('what a crash left half is seen by nobody, made whole by who sends it again, and else swept', async () => {
    const { store } = world.server.running;
    const bytes = pdf(700_000, 'l');
    const { id } = (await send(bytes, 'half.pdf')).body;
    const [row] = await sweep(store.evidence.find({ sha256: sha256(bytes) }), 'verify').lean();
    const { _id = '', organisation = '' } = row ?? {};
    await store.evidence.updateOne({ _id, organisation }, { $unset: { whole: 1 } }); // As if the server had stopped before its last write,
    await store.evidencePieces.deleteOne({ _id: `${organisation}:${sha256(bytes)}:2`, organisation }); // and before the last piece.
    expect((await download(id)).status).toBe(404);
    expect((await attest([id])).body.code).toBe('evidence-unknown');
    expect((await send(bytes, 'half.pdf')).body.id).toBe(id);
    expect((await download(id)).bytes.equals(bytes)).toBe(true);
    await store.evidence.updateOne({ _id, organisation }, { $unset: { whole: 1 } });
    await world.server.pass(dayMs + 1);
    expect(
      await sweep(
        store.evidencePieces.find({ _id: { $in: [0, 1, 2].map((at) => `${organisation}:${sha256(bytes)}:${at}`) } }),
        'verify',
      ).lean(),
    ).toEqual([]);
  });
});
