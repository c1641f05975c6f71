import { expect, test } from '@jest/globals';
import { openStore } from '../../../runtime-api/src/store/store.ts';

const opening = async (uri: string): Promise<unknown> => {
  try {
    await (await openStore({ uri, home: '' })).close();
  } catch (error) {
    return error;
  }
  return undefined;
};

test('a server that does not answer is named, with the reason and what to do, without the password', async () => {
  const refused = await opening('mongodb://redress:geheim@127.0.0.1:1,127.0.0.1:2/redress?authSource=admin&serverSelectionTimeoutMS=300');
  expect(refused).toMatchObject({
    name: 'StoreUnreachable',
    message: expect.stringMatching(/^MongoDB at 127\.0\.0\.1:1,127\.0\.0\.1:2 cannot be used: .*ECONNREFUSED.*MONGODB_URI/),
  });
  expect(String(refused)).not.toContain('geheim');
});

test('an address that makes no sense is refused in the same words', async () => {
  for (const uri of [
    'mongodb://',
    'mongodb://redress:geheim@',
    'mongodb://redress:ge@heim@127.0.0.1:1/x',
    'mongodb://127.0.0.1:1/x?surprise=1',
  ]) {
    const refused = await opening(`${uri}`);
    expect(refused).toMatchObject({ name: 'StoreUnreachable' });
    expect(String(refused)).not.toMatch(/geheim|ge@heim/);
  }
});
