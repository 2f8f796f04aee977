// `review`: every sentence of a language beside its English, as one page to print or to write on.
import type { ContentFolders } from '../content/content-reader.js';
import { readReview } from '../content/review/read-review.js';
import { AppError } from '../errors.js';
import type { CommandResult } from './questionnaire-commands.js';
import { renderReview } from './review-page.js';

/** Prints the page. @throws AppError, ContentError: which languages there are, or what of the content is broken. */
export function reviewCommand(folders: ContentFolders, lang: string | undefined): CommandResult {
  if (lang === undefined) throw new AppError('no-language', 'Say which language to review: waymark review --lang pl > page.html');
  return { output: renderReview(readReview(folders, lang)).toString(), exitCode: 0 };
}
