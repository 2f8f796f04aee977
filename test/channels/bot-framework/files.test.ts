// A photo or a file sent in a chat: never fetched, never kept, and told so kindly; words beside it are read as ever.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Chat } from '../../support/a-chat.js';
import { ToldStore, temporaryStore } from '../../support/a-store.js';
import type { TemporaryStore } from '../../support/a-store.js';

const photo = { contentType: 'image/png', contentUrl: 'https://example.org/photo.png', name: 'photo.png' };

describe('a file sent in a chat', () => {
  let real: TemporaryStore;
  let told: ToldStore;
  let chat: Chat;

  beforeEach(async () => {
    real = await temporaryStore();
    told = new ToldStore(real.store.conversations);
    chat = new Chat({ conversations: told, clock: real.clock });
    await chat.open();
  });
  afterEach(() => real.remove());

  it('is not taken: that is said, the question is asked again, and nothing of the file is stored', async () => {
    const asked = chat.question?.key;
    await chat.send({ type: 'message', attachments: [photo] });
    expect(chat.text).to.include('I cannot take files or pictures here.');
    expect(chat.question?.key).to.equal(asked);
    expect(JSON.stringify(told.saved)).to.not.include('photo');
  });

  it('is passed over beside an answer in words', async () => {
    const asked = chat.question?.key;
    await chat.send({ type: 'message', text: '1', attachments: [photo] });
    expect(chat.text).to.not.include('cannot take files');
    expect(chat.question?.key).to.not.equal(asked);
    expect(JSON.stringify(told.saved)).to.not.include('photo');
  });

  it('is heard for danger by its name', async () => {
    await chat.send({ type: 'message', attachments: [{ ...photo, name: 'I am going to kill myself tonight.png' }] });
    expect(chat.text).to.include('116 123');
  });
});
