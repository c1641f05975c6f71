import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApi } from '../../../runtime-api/src/http/open-api.ts';
import { routesWith } from '../../../runtime-api/src/http/routes.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers as a page would; their shape is checked against the OpenAPI document on the way.
  readonly body: any;
  readonly headers: Headers;
}
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Sent as JSON; bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every operation there is, those behind a switch too: the tests of all operations start their servers with it. */
export const routes = routesWith(['inspection']);
// biome-ignore lint/suspicious/noExplicitAny: the document is plain JSON.
export const document: any = JSON.parse(JSON.stringify(openApi(routes, 'redress')));
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');
const checks = new Map<string, (value: unknown) => string>();

/** What is wrong with an answer against the document, if anything: an unknown status, a body of another shape. */
export function wrongWith(method: string, path: string, status: number, type: string, body: unknown): string {
  const found = Object.keys(document.paths).find(
    (one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) && document.paths[one][method.toLowerCase()],
  );
  if (found === undefined) return '';
  const answer = document.paths[found][method.toLowerCase()].responses[String(status)];
  if (!answer) return `${method} ${found} answered ${status}, which is not documented: ${JSON.stringify(body)}`;
  const media = Object.keys(answer.content ?? {})[0];
  if (media === undefined) return body === '' ? '' : `${method} ${found} ${status} has a body`;
  if (media === '*/*') return '';
  if (!type.startsWith(media)) return `${method} ${found} ${status} is ${type}, not ${media}`;
  if (media === 'message/rfc822') return '';
  const pointer = `openapi#/paths/${found.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method.toLowerCase()}/responses/${status}/content/${media.replace('/', '~1')}/schema`;
  let check = checks.get(pointer);
  if (!check) {
    const validate = ajv.compile({ $ref: pointer });
    check = (value) =>
      validate(value) ? '' : `${method} ${found} ${status}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value).slice(0, 600)}`;
    checks.set(pointer, check);
  }
  return check(body);
}

/** What a page does: keeps the cookie, sends the CSRF token back. Every answer is held against the OpenAPI document. */
export class Browser {
  #base: string;
  cookie = '';
  csrf = '';
  token = '';

  constructor(base: string) {
    this.#base = base;
  }

  /** The same person with the same cookie, at a server that was started again. */
  moveTo(base: string): void {
    this.#base = base;
  }

  async ask({ method, path, body, headers = {} }: Asked): Promise<Answer> {
    const response = await fetch(`${this.#base}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }),
        ...(this.cookie === '' ? {} : { Cookie: this.cookie }),
        ...(this.csrf === '' ? {} : { 'X-CSRF-Token': this.csrf }),
        ...(this.token === '' ? {} : { Authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get('Content-Type') ?? '';
    const read: unknown = type.includes('json') ? JSON.parse(text) : text;
    const wrong = wrongWith(method, path.split('?')[0] ?? '', response.status, type, read);
    if (wrong !== '') throw new Error(wrong);
    const set = response.headers.get('Set-Cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    if (read !== null && typeof read === 'object' && 'csrf' in read && typeof read.csrf === 'string' && read.csrf !== '')
      this.csrf = read.csrf;
    return { status: response.status, body: read, headers: response.headers };
  }

  get = (path: string, headers?: Readonly<Record<string, string>>) => this.ask({ method: 'GET', path, ...(headers ? { headers } : {}) });
  post = (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
    this.ask({ method: 'POST', path, ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) });
  put = (path: string, body: unknown, headers?: Readonly<Record<string, string>>) =>
    this.ask({ method: 'PUT', path, body, ...(headers ? { headers } : {}) });
  patch = (path: string, body: unknown, headers?: Readonly<Record<string, string>>) =>
    this.ask({ method: 'PATCH', path, body, ...(headers ? { headers } : {}) });
  delete = (path: string) => this.ask({ method: 'DELETE', path });
}
