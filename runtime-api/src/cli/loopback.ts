import { BlockList, isIP } from 'node:net';

const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addAddress('::1', 'ipv6');

/** Whether an address or name is reached from this machine alone. Of names only `localhost`: what another one means, somebody else decides. */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '').toLowerCase();
  const version = isIP(plain);
  if (version === 0) return plain === 'localhost';
  return own.check(plain, version === 4 ? 'ipv4' : 'ipv6');
}
