/** For tests: answers of the server by method and path, as the page asks for them; a path nobody answers is a failure of the test. */
export interface Asked {
  readonly method: string;
  /** Below `/api/v1`, with its query. */
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
}
export type Answering = (asked: Asked) => { readonly status: number; readonly body?: unknown } | undefined;

export interface PretendServer {
  readonly asked: Asked[];
  /** From now on it answers so. */
  answer: Answering;
}

export function pretendServer(answer: Answering): PretendServer {
  const server: PretendServer = { asked: [], answer };
  const fetched = (address: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: address.replace('/api/v1', ''),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : (init.body ?? undefined),
      ifMatch: headers.get('If-Match') ?? undefined,
    };
    server.asked.push(asked);
    const { status, body } = server.answer(asked) ?? { status: 500, body: { type: 'x', status: 500, code: 'nobody-answers' } };
    const text = body === undefined ? '' : JSON.stringify(body);
    return Promise.resolve({
      status,
      ok: status < 400,
      headers: new Headers(),
      text: () => Promise.resolve(text),
      blob: () => Promise.resolve(new Blob([text])),
    });
  };
  Object.assign(globalThis, { fetch: fetched });
  return server;
}
