// Where the pages are reached from another phone: as the deployment says, or as this very request reached them.
import type { PageRequest } from './page.js';

/** The address without a slash at the end. */
export function publicAddress({ publicUrl }: { readonly publicUrl?: string | undefined }, { secure, host }: PageRequest): string {
  return publicUrl ?? `${secure ? 'https' : 'http'}://${host}`;
}
