import { refuse } from '@redress/engine';
import { keepEvidence } from '../../evidence/keep.ts';
import { mediaTypeOf } from '../../evidence/media-type.ts';
import { bytesOf } from '../../evidence/pieces.ts';
import { findEvidence } from '../../evidence/sign.ts';
import { answer, type Route, route } from '../route.ts';
import { EvidenceName, EvidenceView } from '../shapes/evidence.ts';
import { isKnown } from '../views/draft-view.ts';
import { evidenceView } from '../views/evidence-view.ts';

const tag = 'definitions';
/** Whatever a file holds, it runs nothing under the name of this server. */
const harmless = { 'Content-Security-Policy': "sandbox; default-src 'none'", 'X-Content-Type-Options': 'nosniff' } as const;

export const evidenceRoutes: readonly Route[] = [
  route(
    'post',
    {
      operation: 'sendEvidence',
      path: '/definitions/{definition}/evidence',
      summary: 'Send a file that shows what is going to be signed; a day later it is gone if nobody signed it. Sent twice, kept once',
      tag,
      query: EvidenceName,
      body: 'bytes',
      limit: 'evidence',
      ownKeys: true,
      answers: { 200: EvidenceView },
      refusals: ['definition-not-found', 'evidence-empty', 'evidence-type'],
    },
    async ({ office, parameters, query, body }, { organisation, person }) => {
      const place = { organisation, ...parameters };
      if (!(await isKnown(office, place))) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      if (body.length === 0) return refuse({ code: 'evidence-empty' });
      const type = mediaTypeOf(body);
      if (!type) return refuse({ code: 'evidence-type', name: query.name });
      const kept = await keepEvidence(office.ports, { ...place, person: person?._id ?? '', name: query.name, type, bytes: body });
      return kept ? answer(evidenceView(kept)) : refuse({ code: 'still-working' });
    },
  ),
  route(
    'get',
    {
      operation: 'downloadEvidence',
      path: '/definitions/{definition}/evidence/{file}',
      summary: 'A file that somebody signed, as it was sent; its hash is the ETag',
      tag,
      answers: { 200: 'file:*/*' },
      refusals: ['not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const found = await findEvidence(office.ports.store, { organisation, definition: parameters.definition }, parameters.file);
      if (!found) return refuse({ code: 'not-found', what: 'evidence', id: parameters.file });
      const { name, type, size, sha256 } = found;
      const file = { name, type, size, content: bytesOf(office.ports.store, found) };
      return { ok: true, value: { status: 200, headers: { ...harmless, ETag: `"${sha256}"` }, file } };
    },
  ),
];
