// Where replies to an Activity go. Its serviceUrl is the caller's word: while nothing proves who calls, nothing is ever sent elsewhere.

interface Addressed {
  readonly deliveryMode?: string | undefined;
  readonly serviceUrl?: string | undefined;
}

/** Do the replies stay on this machine: in the response itself, or sent to a loopback address? */
export function answersHere({ deliveryMode, serviceUrl }: Addressed): boolean {
  return deliveryMode === 'expectReplies' || isLoopbackAddress(serviceUrl ?? '');
}

function isLoopbackAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}
