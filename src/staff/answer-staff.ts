// How staff pages answer: a whole page no cache keeps, or a redirect after a form.
import type { Html } from '../channels/pages/html.js';
import type { PageResponse } from '../channels/pages/page.js';
import { respondPage, respondSeeOther } from '../channels/pages/respond.js';
import { layout, type Frame } from './layout.js';
import type { SignIn } from './sign-in.js';
import type { Session } from '../access/session-token.js';

/** What every staff page is made of. */
export interface StaffParts {
  readonly service: { readonly name: string; readonly sample: boolean };
  /** Address of the built stylesheet `staff.css`. */
  readonly styles: string;
  readonly signIn: SignIn;
}

/** A page in the frame. */
export function staffPage(
  parts: StaffParts,
  title: string,
  main: Html,
  options: { readonly session?: Session; readonly status?: number; readonly script?: string } = {},
): PageResponse {
  const { session, script } = options;
  const who: Pick<Frame, 'who'> = session === undefined ? {} : { who: { name: session.who, token: parts.signIn.formToken(session) } };
  const frame: Frame = {
    title,
    service: parts.service.name,
    sample: parts.service.sample,
    styles: parts.styles,
    ...who,
    ...(script !== undefined && { script }),
  };
  return respondPage(layout(frame, main), { status: options.status ?? 200 });
}

/** Go and read that page instead. */
export function goTo(path: string, cookies?: readonly string[]): PageResponse {
  return respondSeeOther(path, cookies);
}
