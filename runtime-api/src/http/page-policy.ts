import type helmet from 'koa-helmet';
import type { DoorSettings } from './office.ts';

/** The page that shows complaints runs our scripts only, speaks with nobody else, and is shown in nobody's frame. */
export const pagePolicy = ({ secure }: Pick<DoorSettings, 'secure'>): NonNullable<Parameters<typeof helmet>[0]> => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'"],
      // Positions on charts and virtual lists are set as attributes by scripts; no style sheet and no script may be inline.
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
    },
  },
  strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  referrerPolicy: { policy: 'no-referrer' },
  frameguard: { action: 'deny' },
  crossOriginEmbedderPolicy: false,
});
