import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { closeServer } from './close-server.ts';

async function listening(answer: (response: ServerResponse) => void): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((_, response) => answer(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

const asked = async (port: number, agent: Agent): Promise<IncomingMessage> => {
  const [answer] = (await once(request({ host: '127.0.0.1', port, agent }).end(), 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer;
};

test('a client that asks again on the same connection, over and over, does not keep the server', async () => {
  const { server, port } = await listening((response) => void response.end('done'));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await asked(port, agent);
  const asking = (async (): Promise<never> => {
    for (;;) await asked(port, agent);
  })();
  const closed = closeServer(server, 60_000);
  await expect(asking).rejects.toThrow();
  await closed;
  agent.destroy();
});

test('what is under way is answered, and its connection ends with the answer', async () => {
  const { server, port } = await listening(() => undefined);
  const agent = new Agent({ keepAlive: true, keepAliveMsecs: 60_000 });
  const taken = once(server, 'request');
  const answer = asked(port, agent);
  const [, response] = (await taken) as [IncomingMessage, ServerResponse];
  const closed = closeServer(server, 60_000);
  response.end('late');
  expect((await answer).statusCode).toBe(200);
  await closed;
  agent.destroy();
});

test('half a request holds it for the grace and no longer', async () => {
  const { server, port } = await listening((response) => void response.end());
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const taken = once(server, 'request');
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{');
  await taken;
  await closeServer(server, 1);
  socket.destroy();
  expect(server.listening).toBe(false);
});
