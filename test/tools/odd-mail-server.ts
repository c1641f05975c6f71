import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What it does with a letter that it has taken whole: nothing, hang up, or say yes when `answer` is called. Or it takes none for anybody. */
export type Oddity = 'silent' | 'hangs-up' | 'late' | 'refuses';

/** A mail server as they are on a bad day: polite until it has the letter (RFC 5321, without extensions). */
export async function oddMailServer(oddity: Oddity) {
  const sockets = new Set<Socket>();
  const late: Socket[] = [];
  let taken = 0;
  let heard = (): void => undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let inLetter = false;
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes.toString();
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (inLetter && line !== '.') continue;
        if (oddity === 'refuses' && /^RCPT/i.test(line)) socket.write('550 5.1.1 nobody of this name\r\n');
        else if (!inLetter) socket.write(/^DATA/i.test(line) ? '354 go on\r\n' : '250 fine\r\n');
        else {
          taken += 1;
          late.push(socket);
          if (oddity === 'hangs-up') socket.destroy();
          heard();
        }
        inLetter = !inLetter && /^DATA/i.test(line);
      }
    });
    socket.write('220 odd\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    /** Resolves when so many letters were taken. */
    took: async (count: number): Promise<void> => {
      while (taken < count) await new Promise<void>((come) => (heard = come));
    },
    answer: () => {
      for (const socket of late.splice(0)) socket.write('250 queued\r\n');
    },
    close: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
