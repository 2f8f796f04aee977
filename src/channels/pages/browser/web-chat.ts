// /web-chat: gets a token and lets Microsoft's Web Chat component draw the conversation, in our colours and words, with large targets. Loaded again,
// the page goes on with the same conversation; leaving it by the exit, or closing the browser, forgets it.

interface Component {
  readonly createDirectLine: (options: Readonly<Record<string, unknown>>) => unknown;
  readonly renderWebChat: (props: Readonly<Record<string, unknown>>, place: HTMLElement) => void;
}

declare const WebChat: Component | undefined;

const [blue, ink, soft, paper, focus] = ['#003087', '#212b32', '#3b4f5c', '#fff', '#ffeb3b'];

/** `height`: of the whole, in pixels; the question must stay in sight above its buttons. */
function styleOptions(height: number): Readonly<Record<string, unknown>> {
  return {
    primaryFont: getComputedStyle(document.body).fontFamily,
    accent: blue,
    subtle: soft,
    backgroundColor: paper,
    bubbleBackground: '#f0f4f5',
    bubbleBorderColor: '#c8d1d6',
    bubbleBorderRadius: 6,
    bubbleTextColor: ink,
    bubbleFromUserBackground: '#dfe9f5',
    bubbleFromUserBorderRadius: 6,
    bubbleFromUserTextColor: ink,
    bubbleMaxWidth: 640,
    emojiSet: false,
    markdownRenderHTML: false,
    hideUploadButton: true,
    hideTelephoneKeypadButton: true,
    sendBoxHeight: 56,
    sendBoxTextWrap: true,
    sendBoxPlaceholderColor: soft,
    sendBoxButtonColor: blue,
    sendBoxBorderTop: `2px solid ${soft}`,
    suggestedActionLayout: 'stacked',
    suggestedActionsStackedHeight: Math.max(120, Math.round(height * 0.4)),
    suggestedActionsStackedOverflow: 'auto',
    suggestedActionsStackedLayoutButtonTextWrap: true,
    suggestedActionsStackedLayoutButtonMaxHeight: 400,
    suggestedActionHeight: 48,
    suggestedActionBorderColor: blue,
    suggestedActionBorderRadius: 6,
    suggestedActionTextColor: blue,
    suggestedActionBackgroundColorOnFocus: focus,
    suggestedActionTextColorOnFocus: ink,
    timestampColor: soft,
  };
}

/** Of a message that was sent, no time is told: in many languages the component has no words for it. What was not sent is told. */
function hideTimes() {
  return (next: (args: { readonly sendState?: string }) => unknown) => (args: { readonly sendState?: string }) =>
    args.sendState === undefined || args.sendState === 'sent' ? false : next(args);
}

async function getToken(lang: string): Promise<string> {
  const response = await fetch(`/web-chat/token?lang=${encodeURIComponent(lang)}`, {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(String(response.status));
  // safe: this address answers so
  const { token } = (await response.json()) as { readonly token: string };
  return token;
}

async function begin(place: HTMLElement): Promise<void> {
  if (typeof WebChat === 'undefined') throw new Error('no component');
  const { lang, dir } = document.documentElement;
  const { nonce, words = '{}' } = place.dataset;
  const directLine = WebChat.createDirectLine({
    token: await getToken(lang),
    domain: `${location.origin}/v3/directline`,
    conversationStartProperties: { locale: lang },
  });
  document.body.classList.add('wm-fills');
  readBeside();
  place.replaceChildren();
  WebChat.renderWebChat(
    {
      directLine,
      locale: lang,
      dir,
      nonce,
      styleOptions: styleOptions(place.clientHeight),
      overrideLocalizedStrings: (theirs: object) => ({ ...theirs, ...(JSON.parse(words) as object) }),
      activityStatusMiddleware: () => hideTimes(),
    },
    place,
  );
}

/** Loading the component again takes long: what is read beside the chat opens beside it. */
function readBeside(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.wm-urgent a, .wm-foot a')) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
}

/** It cannot be had: the way to our own chat instead. */
function showTrouble(place: HTMLElement): void {
  const trouble = document.querySelector<HTMLTemplateElement>('#web-chat-trouble');
  if (trouble) place.replaceChildren(trouble.content.cloneNode(true));
}

const place = document.getElementById('web-chat');
if (place)
  begin(place).catch(() => {
    showTrouble(place);
  });

export {};
