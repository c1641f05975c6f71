import type { Server, ServerResponse } from 'node:http';

/** Requests that are under way when the server is to stop: what has neither come whole nor been answered by then is cut off. */
const requestsGraceMs = 10_000;
/** An answer that had begun says nothing of its connection, and nobody tells when that falls quiet. */
const lookEveryMs = 50;

/**
 * Takes no new connection and answers what is under way. Every answer from now on ends its connection: kept open, a busy client would go on asking for
 * ever and a quiet one would hold the stop for as long as connections are kept.
 */
export async function closeServer(server: Server, graceMs = requestsGraceMs): Promise<void> {
  server.prependListener('request', (_, response: ServerResponse) => response.setHeader('Connection', 'close'));
  const closed = new Promise<void>((done) => server.close(() => done()));
  const looking = setInterval(() => server.closeIdleConnections(), lookEveryMs);
  const impatient = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(looking);
  clearTimeout(impatient);
}
