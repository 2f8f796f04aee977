// Is an address one of this machine? While nothing proves who calls, nothing is ever sent elsewhere.

/** Does this URL name the machine itself, by any of its names? */
export function isLoopbackAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}
