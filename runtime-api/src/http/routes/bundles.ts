import { packed } from '../../bundle/archive.ts';
import { bundleOf } from '../../bundle/bundle.ts';
import { organisationKey } from '../../bundle/organisation-key.ts';
import { instant } from '../../people/desk.ts';
import { noteInPeopleLog } from '../../people/people-log.ts';
import type { Office } from '../office.ts';
import { answer, type Route, route } from '../route.ts';
import { PeriodQuery } from '../shapes/operation.ts';
import { SigningKey } from '../shapes/standards.ts';
import { bundleFacts } from '../views/bundle-facts.ts';

const keyOf = ({ ports, desk }: Office, organisation: string) =>
  organisationKey(ports.store, { organisation, at: instant(desk.clock.now()) });

/** What an auditor takes along, and the key by which he knows whose it is. */
export const bundleRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'downloadBundle',
      path: '/definitions/{definition}/versions/{version}/bundle',
      summary:
        'Evidence of a version for an auditor, signed: procedure, verdicts, approval, findings of its review, attestations, waivers, what its cases show, journals of some; of all cases, or of those received in a period',
      tag: 'definitions',
      canWait: true,
      query: PeriodQuery,
      answers: { 200: 'file:application/zip' },
      refusals: ['definition-not-found', 'definition-not-runnable', 'period-reversed', 'too-many-requests'],
    },
    async ({ office, parameters, query }, caller) => {
      const { organisation, person } = caller;
      const made = await office.bundles.play(organisation, async () => {
        const facts = await bundleFacts(office, caller, { ...parameters, period: query });
        return facts.ok ? { ok: true as const, value: packed(bundleOf(facts.value, await keyOf(office, organisation))) } : facts;
      });
      if (!made.ok) return made;
      if (!made.value.ok) return made.value;
      const { definition, version } = parameters;
      await noteInPeopleLog(office.desk, {
        organisation,
        ...(person ? { by: person._id } : {}),
        what: 'definition.bundle-made',
        facts: { definition, version: Number(version), ...query },
      });
      const name = `${definition}-${version}-evidence.zip`;
      return { ok: true, value: { status: 200, file: { name, type: 'application/zip', content: made.value.value } } };
    },
  ),
  route(
    'get',
    {
      operation: 'readSigningKey',
      path: '/organisation/signing-key',
      summary: 'The public key by which the evidence bundles of my organisation are known, and its fingerprint',
      tag: 'organisation',
      answers: { 200: SigningKey },
    },
    async ({ office }, { organisation }) => {
      const { fingerprint, publicKey, madeAt } = await keyOf(office, organisation);
      return answer({ fingerprint, publicKey, madeAt });
    },
  ),
  route(
    'get',
    {
      operation: 'downloadSigningKey',
      path: '/organisation/signing-key/file',
      summary: 'The public key as a file',
      tag: 'organisation',
      answers: { 200: 'file:application/x-pem-file' },
    },
    async ({ office }, { organisation }) => {
      const { publicKey } = await keyOf(office, organisation);
      return {
        ok: true,
        value: { status: 200, file: { name: 'public-key.pem', type: 'application/x-pem-file', content: Buffer.from(publicKey) } },
      };
    },
  ),
];
