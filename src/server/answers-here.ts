// Where replies to an Activity go. Its serviceUrl is the caller's word: while nothing proves who calls, nothing is ever sent elsewhere.
import { isLoopbackAddress } from '../channels/loopback-address.js';

interface Addressed {
  readonly deliveryMode?: string | undefined;
  readonly serviceUrl?: string | undefined;
}

/** Do the replies stay on this machine: in the response itself, or sent to a loopback address? */
export function answersHere({ deliveryMode, serviceUrl }: Addressed): boolean {
  return deliveryMode === 'expectReplies' || isLoopbackAddress(serviceUrl ?? '');
}
