// What Microsoft's Web Chat component says, in our words: its names for its sentences beside ours. It brings words for some languages; for the
// others everything that a person can come to on this page must stand here.
import type { Words } from './words.js';

/** Languages of ours that the component knows. */
const known: ReadonlySet<string> = new Set(['en', 'ar', 'bg', 'es', 'fr', 'hi', 'it', 'lt', 'pl', 'pt', 'ro', 'ru', 'tr', 'uk', 'zh']);

/** Does the component bring words of its own, for what is not worded here (its help with the keyboard)? */
export function hasComponentWords({ lang }: Words): boolean {
  return known.has(lang.split('-')[0] ?? lang);
}

/** What is said of connecting, sending and writing. */
function ofSending({ t }: Words): Readonly<Record<string, string>> {
  const moment = t('web-chat.moment');
  return {
    CONNECTIVITY_STATUS_ALT: '$1',
    CONNECTIVITY_STATUS_ALT_CONNECTED: t('page.go-on.title'),
    CONNECTIVITY_STATUS_ALT_CONNECTING: moment,
    CONNECTIVITY_STATUS_ALT_SLOW_CONNECTION: moment,
    CONNECTIVITY_STATUS_ALT_RECONNECTING: t('web-chat.lost'),
    CONNECTIVITY_STATUS_ALT_FATAL: t('web-chat.not-here'),
    CONNECTIVITY_STATUS_ALT_RENDER_ERROR: t('web-chat.not-here'),
    ACTIVITY_STATUS_SEND_FAILED_RETRY: `${t('web-chat.not-sent')} [${t('page.trouble.again')}][RETRY]`,
    ACTIVITY_STATUS_SEND_STATUS_ALT_SENDING: t('web-chat.sending'),
    ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: '$1',
    ACTIVITY_INTERACTIVE_REASON_SEND_FAILED_ALT: t('web-chat.not-sent'),
    TRANSCRIPT_LIVE_REGION_SEND_FAILED_ALT: t('web-chat.not-sent'),
    SEND_BOX_IS_EMPTY_TOOLTIP_ALT: t('web-chat.write-first'),
    TEXT_INPUT_ALT: t('web-chat.write'),
    TEXT_INPUT_PLACEHOLDER: t('web-chat.write'),
    TEXT_INPUT_SEND_BUTTON_ALT: t('button.send'),
  };
}

/** What screen readers are told of messages. */
function ofMessages({ t }: Words): Readonly<Record<string, string>> {
  const interactive = t('web-chat.interactive');
  const choices = t('web-chat.choices');
  return {
    ACTIVITY_BOT_SAID_ALT: t('web-chat.we-said'),
    ACTIVITY_BOT_ATTACHED_ALT: t('web-chat.we-said'),
    ACTIVITY_YOU_SAID_ALT: t('page.story.you'),
    ACTIVITY_YOU_ATTACHED_ALT: t('page.story.you'),
    ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: interactive,
    ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: interactive,
    ACTIVITY_INTERACTIVE_REASON_LINK_ALT: interactive,
    ATTACHMENT_CARD: '$1 $2 $3',
    ATTACHMENT_TEXT: '$1',
    MARKDOWN_EXTERNAL_LINK_ALT: t('web-chat.new-tab'),
    SUGGESTED_ACTIONS_LABEL_ALT: choices,
    TRANSCRIPT_ARIA_LABEL_ALT: t('page.story.label'),
    TRANSCRIPT_ARIA_ROLE_ALT: t('page.go-on.title'),
    TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT: interactive,
    TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT: interactive,
    TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: choices,
    TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: choices,
    TRANSCRIPT_MORE_MESSAGES: t('web-chat.new'),
    TRANSCRIPT_NEW_MESSAGES: t('web-chat.new'),
    TRANSCRIPT_TERMINATOR_TEXT: t('web-chat.end'),
  };
}

/** What stands in its notices. One at a time is shown, and folded ones are counted without words. */
function ofNotices({ t }: Words): Readonly<Record<string, string>> {
  const error = t('page.error.label');
  const amounts = ['ONE', 'TWO', 'FEW', 'MANY', 'OTHER'];
  return {
    ACTIVITY_ERROR_BOX_TITLE: error,
    ADAPTIVE_CARD_ERROR_BOX_TITLE_PARSE: error,
    ADAPTIVE_CARD_ERROR_BOX_TITLE_RENDER: error,
    TOAST_ALT_ERROR: error,
    TOAST_ALT_INFO: '',
    TOAST_ALT_SUCCESS: '',
    TOAST_ALT_WARN: error,
    TOAST_DISMISS_BUTTON: t('page.panel.close'),
    TOAST_TITLE_ALT: error,
    ...Object.fromEntries(amounts.map(amount => [`TOAST_ACCORDION_${amount}`, `${error}: $1`])),
    ...Object.fromEntries(amounts.map(amount => [`ACTIVITY_NUM_ATTACHMENTS_${amount}_ALT`, ''])),
  };
}

/** `overrideLocalizedStrings` of the component. Source of the names: botframework-webchat-api 4.18.1, localization/en-US.json. */
export function webChatWords(words: Words): Readonly<Record<string, string>> {
  return { ...ofSending(words), ...ofMessages(words), ...ofNotices(words) };
}
