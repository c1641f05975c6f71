import { refuse } from '@redress/engine';
import { releaseHeldMail } from '../../letters/release-held.ts';
import { isTimeZone } from '../../people/country-calendar.ts';
import { noteInPeopleLog } from '../../people/people-log.ts';
import { isNumberPattern } from '../../register/number-pattern.ts';
import type { OrganisationDocument } from '../../store/models/organisation.ts';
import { present } from '../present.ts';
import { type Route, revised, route } from '../route.ts';
import { OrganisationChange } from '../shapes/office.ts';
import { OrganisationView } from '../shapes/people.ts';
import { organisationOf, organisationView } from '../views/person-view.ts';

const tag = 'organisation';

export const organisationRoutes: readonly Route[] = [
  route(
    'get',
    { operation: 'readOrganisation', path: '/organisation', summary: 'My organisation', tag, answers: { 200: OrganisationView } },
    async ({ office }, { organisation }) => {
      const found = await organisationOf(office, organisation);
      return revised(organisationView(found, office.mailServer), found.revision);
    },
  ),
  route(
    'patch',
    {
      operation: 'changeOrganisation',
      path: '/organisation',
      summary: 'Name, contact, outside body, numbers, laws to check by; the one switch that holds all outgoing mail',
      tag,
      body: OrganisationChange,
      edits: true,
      answers: { 200: OrganisationView },
      refusals: ['time-zone-unknown'],
    },
    async ({ office, body, revision }, { organisation, person }) => {
      if (body.timeZone !== undefined && !isTimeZone(body.timeZone)) return refuse({ code: 'time-zone-unknown', timeZone: body.timeZone });
      if (body.numberPattern !== undefined && !isNumberPattern(body.numberPattern)) {
        return refuse({ code: 'request-invalid', problems: [{ at: '/numberPattern', keyword: 'pattern', facts: {} }] });
      }
      const changed = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const saved = await office.ports.store.organisations
        .findOneAndUpdate(
          { _id: organisation, organisation, revision },
          { $set: { ...changed, revision: revision + 1 } },
          { returnDocument: 'after' },
        )
        .lean<OrganisationDocument>();
      if (!saved) return refuse({ code: 'changed-meanwhile', revision: (await organisationOf(office, organisation)).revision });
      const { mailHeld, laws } = body;
      await noteInPeopleLog(office.desk, {
        organisation,
        ...(person ? { by: person._id } : {}),
        what: 'organisation.changed',
        facts: { fields: Object.keys(changed), ...present({ mailHeld, laws }) },
      });
      if (mailHeld === false) await releaseHeldMail(organisation, office.ports); // A crash before it: they are looked at every minute anyway.
      return revised(organisationView(saved, office.mailServer), saved.revision);
    },
  ),
];
