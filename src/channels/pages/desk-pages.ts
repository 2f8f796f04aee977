// What ends a conversation on the screen of staff: it is finished, nobody touches it any more, or it has gone over to the person's own phone.
import { chooseLanguage } from './choose-language.js';
import { isOwnForm } from './form-guard.js';
import { clearedPage, overPage } from './over-page.js';
import type { PageRequest, PageResponse, PageRoute } from './page.js';
import type { PagesParts } from './pages-parts.js';
import { putAway } from './put-away.js';
import { respondLive, respondSeeOther } from './respond.js';
import { readSession } from './session.js';
import { notOursPage, troublePage } from './side-pages.js';
import { wordsIn } from './words.js';
import type { Words } from './words.js';

interface Ending {
  readonly parts: PagesParts;
  readonly request: PageRequest;
  readonly words: Words;
  readonly code: string | undefined;
}

/** Finished: what was not sent is deleted. */
async function finish({ parts, request, words, code }: Ending): Promise<PageResponse> {
  if (code === undefined) return clearedPage(parts, words, request);
  if (!isOwnForm(request, code)) return notOursPage(parts, words);
  const wiped = await parts.handingOver.wipe(code);
  return wiped === 'try-again' ? troublePage(parts, words, request) : clearedPage(parts, words, request);
}

/** Nobody is there: what staff write down is put away; any other conversation goes on. The screen is cleared also when the store is away. */
async function putAside({ parts, request, words, code }: Ending): Promise<PageResponse> {
  const chat = respondSeeOther(`/chat?lang=${words.lang}`);
  if (code === undefined) return chat;
  if ((await parts.handingOver.putAside(code)) === 'not-here') return chat;
  return clearedPage(parts, words, request, [putAway(code, request.secure)]);
}

/** Has it gone over? Asked by the script as well, which reads JSON. */
async function over({ parts, request, words, code }: Ending): Promise<PageResponse> {
  const isOver = code === undefined || (await parts.handingOver.isOver(code));
  if (request.live) return respondLive(isOver ? { location: '/chat/over' } : { wait: true });
  return isOver ? overPage(parts, words, request) : respondSeeOther(`/chat?lang=${words.lang}`);
}

/** The addresses that end it. */
export function deskRoutes(parts: PagesParts): readonly PageRoute[] {
  const ending = (request: PageRequest): Ending => ({
    parts,
    request,
    words: wordsIn(parts.content, chooseLanguage(parts.content, request)),
    code: readSession(request.cookies, request.secure),
  });
  return [
    { method: 'POST', path: '/chat/finish', handle: request => finish(ending(request)) },
    { method: 'GET', path: '/chat/idle', handle: request => putAside(ending(request)) },
    { method: 'GET', path: '/chat/over', handle: request => over(ending(request)) },
  ];
}
