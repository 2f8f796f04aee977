// The slow hash a six-digit code is kept as, bound to its reference. It runs beside the event loop.
import { scrypt } from 'node:crypto';

/** scrypt of the code, salted with the reference (N 16384, r 8, p 1: some 40 ms and 16 MB), 32 bytes in base64url. */
export function hashWayBackCode(reference: string, code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, `waymark way back ${reference}`, 32, (fault, key) => {
      if (fault) reject(fault);
      else resolve(key.toString('base64url'));
    });
  });
}
