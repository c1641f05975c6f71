import { expect, test } from '@jest/globals';
import { readProcedureFile } from '../exchange/procedure-file.ts';
import { embeddedJson, packed } from './embedded-document.ts';

const definition = { id: 'small', machine: { states: { a: {} } } };
const carried = (json: unknown = { redress: 1, definition, layout: {}, scenarios: {} }, version = '1') =>
  `<redress:document xmlns:redress="urn:redress:document" version="${version}">${packed(JSON.stringify(json))}</redress:document>`;
const picture = (inside: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${before}<svg xmlns="http://www.w3.org/2000/svg">\n<title>x</title><metadata>${inside}</metadata>\n</svg>\n`;

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, one) => `<!ENTITY lol${one + 1} "${`&lol${one || ''};`.repeat(10)}">`).join('')}]>\n`;
const script =
  '<script>window.done = true</script><foreignObject><body onload="window.done = true"/></foreignObject><image href="https://evil.example/x.png"/>';

test('what a picture carries is read, whatever else is in the picture', () => {
  for (const inside of [
    carried(),
    `${script}${carried()}`,
    `<!-- <redress:document> --><![CDATA[<redress:document version="1">]]>${carried()}`,
  ])
    expect(readProcedureFile(picture(inside))).toMatchObject({ ok: true, value: { document: { definition } } });
  expect(Reflect.get(window, 'done')).toBeUndefined();
  expect(document.querySelector('image, script, foreignObject')).toBeNull();
});

test('another program may break the letters into lines and put its own around', () => {
  const broken = carried().replace(/>([A-Za-z0-9_-]{40})/, '>\n   $1\r\n  ');
  expect(readProcedureFile(`\ufeff${picture(broken, '<!-- Created with another program -->\n')}`)).toMatchObject({ ok: true });
});

const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
const whole = picture(carried());
test.each([
  ['a billion laughs', picture('', laughs), { code: 'picture-declares', line: 2 }],
  [
    'a document type behind a comment',
    picture(carried(), '<!-- a\n -->\n<!doctype svg SYSTEM "file:///etc/passwd">'),
    { code: 'picture-declares', line: 4 },
  ],
  ['an entity inside', picture(`\n<!ENTITY x "y">${carried()}`), { code: 'picture-declares', line: 4 }],
  ['a picture of something else', picture(script), { code: 'picture-empty' }],
  ['a page', '<html><body><script>alert(1)</script></body></html>', { code: 'picture-damaged', line: 1 }],
  ['one that carries it in a comment alone', picture(`<!-- ${carried()} -->`), { code: 'picture-empty' }],
  ['two procedures', picture(`${carried()}\n${carried()}`), { code: 'picture-several', line: 4 }],
  ['one in the other', picture(carried().replace('</', `${carried()}</`)), { code: 'picture-several', line: 3 }],
  ['one that was cut off', whole.slice(0, -40), { code: 'picture-damaged', line: 3 }],
  ['one that was cut off and closed', picture(`${carried().slice(0, 120)}</redress:document>`), { code: 'picture-damaged', line: 3 }],
  ['markup in the letters', picture(carried().replace(/(version="1">.{9})/, '$1<b/>')), { code: 'picture-damaged', line: 3 }],
  ['an entity in the letters', picture(carried().replace(/(version="1">.{9})/, '$1&lol;')), { code: 'picture-damaged', line: 3 }],
  ['no letters', picture('<redress:document version="1"/>'), { code: 'picture-damaged', line: 3 }],
  ['no version', picture(carried().replace(' version="1"', '')), { code: 'picture-damaged', line: 3 }],
  ['one of tomorrow', picture(carried(undefined, '2')), { code: 'newer', format: '2' }],
  ['one of tomorrow inside', picture(carried({ redress: 7, definition })), { code: 'newer', format: '7' }],
  ['no UTF-8', picture('<redress:document version="1">_____w</redress:document>'), { code: 'picture-damaged', line: 3 }],
  ['no JSON', picture(carried('x').replace(packed('"x"'), packed('{"definition": {'))), { code: 'picture-damaged', line: 3 }],
  ['a list', picture(carried([1, 2])), { code: 'picture-damaged', line: 3 }],
  ['an XState machine', picture(carried({ states: { a: {} } })), { code: 'picture-damaged', line: 3 }],
  ['no steps', picture(carried({ redress: 1, definition: { machine: {} } })), { code: 'not-procedure' }],
  [
    'a prototype',
    picture(carried(0).replace(packed('0'), packed('{"redress":1,"definition":{"machine":{"states":{"a":{"__proto__":{"x":1}}}}}}'))),
    { code: 'unsafe-key', key: '__proto__', at: '/machine/states/a/__proto__' },
  ],
  [
    'a well',
    picture(carried(0).replace(packed('0'), packed(`{"redress":1,"definition":{"machine":{"states":${deep}}}}`))),
    { code: 'limit', most: 100 },
  ],
  [
    'too much',
    picture(carried({ redress: 1, definition: { machine: { states: {} }, text: 'x'.repeat(1_100_000) } })),
    { code: 'limit', most: 1_048_576 },
  ],
])('%s is refused, and one is told what and where', (_what, text, problem) => {
  expect(readProcedureFile(text)).toMatchObject({ ok: false, refusal: problem });
  expect(Object.prototype).not.toHaveProperty('x');
});

test.each([
  ['open brackets', '<'],
  ['comments that never end', '<!--'],
  ['letters that never end', '<redress:document version="1">'],
  ['entities', '&lol;'],
])('eight megabytes of %s take no longer than reading them', (_what, part) => {
  const text = picture(part.repeat(Math.floor(8_000_000 / part.length)));
  const began = performance.now();
  expect(embeddedJson(text).ok).toBe(false);
  expect(performance.now() - began).toBeLessThan(5_000);
});
