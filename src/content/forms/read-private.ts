// Which questions are never for reading aloud where others may hear: an extension on a question, a group or a whole questionnaire.
import { extensionUrls } from './extension-urls.js';
import { findExtensions, type Extended } from './read-extension.js';

/** Does this element say that it is private? What says so in another way than by valueBoolean true is a mistake, told and taken for private. */
export function readPrivate(element: Extended, complain: (problem: string) => void): boolean {
  const found = findExtensions(element, extensionUrls.private);
  if (found.some(extension => extension['valueBoolean'] !== true))
    complain('private must have valueBoolean true; leave it out where a question is not');
  return found.length > 0;
}
