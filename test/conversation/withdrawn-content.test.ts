import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Conversation, Notice } from '../../src/conversation/conversation.js';
import { derivePosition } from '../../src/conversation/derive-position.js';
import { showConversation } from '../../src/conversation/show-conversation.js';
import { wordNotices } from '../../src/conversation/word-notices.js';
import { Dialogue, wordReplies } from '../support/a-dialogue.js';
import { realContent } from '../support/real-content.js';

function stored(more: Partial<Conversation> = {}): Conversation {
  const { conversation } = new Dialogue().until('mind.words');
  if (!conversation) throw new Error('no conversation');
  return { ...conversation, ...more };
}

function worded(notice: Notice, conversation = stored()): string {
  const content = realContent();
  return wordReplies(
    wordNotices([notice], { conversation, position: derivePosition(conversation, content), content, at: conversation.startedAt }),
    'en-GB',
    content,
  );
}

describe('a conversation kept while its content changed', () => {
  it('is still welcomed and worded in a language that was withdrawn', () => {
    expect(worded({ code: 'welcome' }, stored({ lang: 'xx' }))).to.match(/sample/iu);
    expect(worded({ code: 'language', lang: 'xx' })).to.include('xx');
  });

  it('says nothing of a question that is no longer there, and goes on', () => {
    for (const code of ['recorded', 'changed', 'proposed', 'changing'] as const) expect(worded({ code, key: 'gone.item' })).to.equal('');
    expect(worded({ code: 'refused', why: 'not-understood', key: 'gone.item' })).to.match(/did not understand/iu);
    expect(worded({ code: 'refused', why: 'not-understood' })).to.match(/did not understand/iu);
  });

  it('words "already sent" without a reference when none is kept', () => {
    expect(worded({ code: 'already-sent' })).to.match(/already sent/iu);
  });

  it('asks a question again that was being changed when it left the journey', () => {
    const conversation = stored({ changing: 'gone.item' });
    const shown = showConversation(conversation, realContent(), 'no such activity').replies.at(-1);
    expect(shown?.kind === 'ask' && shown.question.linkId).to.equal('mind.words');
  });
});
